//! Wrong: the first level hands its guard down, so no other level takes the lock.
use parking_lot::{Mutex, MutexGuard};
use std::thread;

fn descend(lock: &Mutex<u32>, guard: Option<MutexGuard<u32>>, depth: u32) {
    let mut d = guard.unwrap_or_else(|| lock.lock());
    println!("depth {d}");
    if *d < depth {
        *d += 1;
        descend(lock, Some(d), depth);
    } else {
        *d = 0;
    }
}

fn main() -> anyhow::Result<()> {
    let depth = number(1, "DEPTH", 3)?;
    let lock = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| descend(&lock, None, depth));
        }
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
