//! Wrong: one thread does both runs.
use parking_lot::ReentrantMutex;
use std::thread;

fn descend(lock: &ReentrantMutex<()>, d: u32, depth: u32) {
    let _guard = lock.lock();
    println!("depth {d}");
    if d < depth {
        descend(lock, d + 1, depth);
    }
}

fn main() -> Result<(), String> {
    let depth = arg(1, "DEPTH", 3)?;
    let lock = ReentrantMutex::new(());
    let both = thread::spawn(move || {
        descend(&lock, 0, depth);
        descend(&lock, 0, depth);
    });
    both.join().map_err(|_| "the thread panicked".into())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
