//! Wrong: where try_lock fails the level goes on without the lock; shows when both threads meet.
use parking_lot::ReentrantMutex;
use std::thread;

static LOCK: ReentrantMutex<()> = ReentrantMutex::new(());

fn descend(d: u32, depth: u32) {
    let _maybe = LOCK.try_lock();
    println!("depth {d}");
    if d < depth {
        descend(d + 1, depth);
    }
}

fn main() -> anyhow::Result<()> {
    let depth = number(1, "DEPTH", 3)?;
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| descend(0, depth));
        }
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
