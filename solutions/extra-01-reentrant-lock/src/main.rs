//! A reentrant lock lets its owner in again, so no level waits for the one above. The guard of depth 0
//! lives until the whole run is done: the other thread's run comes before or after it, never between.

use std::{env, thread};

use anyhow::{Context, Result};
use parking_lot::ReentrantMutex;

fn main() -> Result<()> {
    let deepest: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("DEPTH must be a whole number")?,
        None => 3,
    };

    let lock = ReentrantMutex::new(());
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| descend(&lock, 0, deepest));
        }
    });
    Ok(())
}

fn descend(lock: &ReentrantMutex<()>, depth: u32, deepest: u32) {
    let _guard = lock.lock();
    println!("depth {depth}");
    if depth < deepest {
        descend(lock, depth + 1, deepest);
    }
}
