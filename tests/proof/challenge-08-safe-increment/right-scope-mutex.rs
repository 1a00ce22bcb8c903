//! Right: scoped threads, a std Mutex that owns the counter.
use std::sync::Mutex;
use std::thread;

fn main() -> anyhow::Result<()> {
    let threads = number(1, "THREADS", 5)?;
    let count = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| *count.lock().unwrap() += 1);
        }
    });
    println!("Count safe: {}", count.into_inner()?);
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
