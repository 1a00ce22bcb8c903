//! Wrong: the leader at the barrier prints the lines of all threads.
use std::sync::Barrier;
use std::thread;

fn main() -> anyhow::Result<()> {
    let threads = number(1, "THREADS", 3)?;
    let phases = number(2, "PHASES", 2)?;
    let barrier = Barrier::new(threads as usize);
    thread::scope(|s| {
        for _ in 0..threads {
            let barrier = &barrier;
            s.spawn(move || {
                for p in 0..phases {
                    if barrier.wait().is_leader() {
                        for t in 0..threads {
                            println!("phase {p} thread {t}");
                        }
                    }
                    barrier.wait();
                }
            });
        }
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
