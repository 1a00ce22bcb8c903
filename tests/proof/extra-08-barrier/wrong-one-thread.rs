//! Wrong: one thread prints the lines of all.
use std::thread;

fn main() -> anyhow::Result<()> {
    let threads = number(1, "THREADS", 3)?;
    let phases = number(2, "PHASES", 2)?;
    thread::scope(|s| {
        s.spawn(move || {
            for p in 0..phases {
                for t in 0..threads {
                    println!("phase {p} thread {t}");
                }
            }
        });
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
