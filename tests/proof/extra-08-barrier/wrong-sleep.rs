//! Wrong: a sleep of 100 ms after each phase instead of a barrier.
use std::thread;
use std::time::Duration;

fn main() -> anyhow::Result<()> {
    let threads = number(1, "THREADS", 3)?;
    let phases = number(2, "PHASES", 2)?;
    thread::scope(|s| {
        for t in 0..threads {
            s.spawn(move || {
                for p in 0..phases {
                    println!("phase {p} thread {t}");
                    thread::sleep(Duration::from_millis(100));
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
