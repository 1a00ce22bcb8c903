//! Wrong: always starts five threads and counts to five; shows with any argument but 5.
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

fn main() -> anyhow::Result<()> {
    let _threads = number(1, "THREADS", 5)?;
    let count = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..5 {
            s.spawn(|| count.fetch_add(1, Ordering::SeqCst));
        }
    });
    println!("Count safe: {}", count.load(Ordering::SeqCst));
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
