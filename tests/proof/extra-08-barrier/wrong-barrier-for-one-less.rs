//! Wrong: the barrier is for one thread fewer than there are; it opens before the last one has printed.
use std::sync::Barrier;
use std::thread;

fn main() -> anyhow::Result<()> {
    let threads = number(1, "THREADS", 3)?;
    let phases = number(2, "PHASES", 2)?;
    let barrier = Barrier::new((threads as usize).saturating_sub(1));
    thread::scope(|s| {
        for t in 0..threads {
            let barrier = &barrier;
            s.spawn(move || {
                for p in 0..phases {
                    println!("phase {p} thread {t}");
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
