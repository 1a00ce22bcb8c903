//! Right: parking_lot's ReentrantMutex, scoped threads.
use parking_lot::ReentrantMutex;
use std::thread;

fn descend(lock: &ReentrantMutex<()>, d: u32, depth: u32) {
    let _guard = lock.lock();
    println!("depth {d}");
    if d < depth {
        descend(lock, d + 1, depth);
    }
}

fn main() -> anyhow::Result<()> {
    let depth = number(1, "DEPTH", 3)?;
    let lock = ReentrantMutex::new(());
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| descend(&lock, 0, depth));
        }
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
