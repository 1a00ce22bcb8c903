//! Right: a reentrant mutex put together from lock_api parts (lock_api::ReentrantMutex with RawFairMutex and RawThreadId), two rayon threads by broadcast, depth kept in a Cell under the lock.

use std::cell::Cell;
use std::env;

use anyhow::{Context, Result};
use parking_lot::lock_api::ReentrantMutex;
use parking_lot::{RawFairMutex, RawThreadId};

type FairReentrantMutex<T> = ReentrantMutex<RawFairMutex, RawThreadId, T>;

fn descend(level: &FairReentrantMutex<Cell<u32>>, deepest: u32) {
    let here = level.lock();
    let depth = here.get();
    println!("depth {depth}");
    if depth < deepest {
        here.set(depth + 1);
        descend(level, deepest);
    }
    // as it was, for whoever comes next
    here.set(depth);
}

fn main() -> Result<()> {
    let deepest: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("DEPTH must be a whole number")?,
        None => 3,
    };

    let level = FairReentrantMutex::new(Cell::new(0));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build()?;
    pool.broadcast(|_| descend(&level, deepest));
    Ok(())
}
