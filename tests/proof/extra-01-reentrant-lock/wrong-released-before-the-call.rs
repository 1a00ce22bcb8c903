//! Wrong: the lock is released before the recursive call; the other thread can print in between.
use parking_lot::ReentrantMutex;
use std::thread;

static LOCK: ReentrantMutex<()> = ReentrantMutex::new(());

fn descend(d: u32, depth: u32) {
    let guard = LOCK.lock();
    println!("depth {d}");
    drop(guard);
    if d < depth {
        descend(d + 1, depth);
    }
}

fn main() -> Result<(), String> {
    let depth = arg(1, "DEPTH", 3)?;
    thread::scope(|s| {
        s.spawn(|| descend(0, depth));
        s.spawn(|| descend(0, depth));
    });
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
