//! Wrong: load and store in place of fetch_add; two threads that load before either stores lose an update.
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

fn main() -> anyhow::Result<()> {
    let threads = number(1, "THREADS", 5)?;
    let count = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                let seen = count.load(Ordering::SeqCst);
                count.store(seen + 1, Ordering::SeqCst);
            });
        }
    });
    println!("Count safe: {}", count.into_inner());
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
