//! Wrong: from depth 8 on it lets the lock go between the levels instead of calling itself while it holds it, so that the runs can mix; violates "the two runs never interleave", for DEPTH=8 and more.
use std::env;
use std::thread;

use anyhow::{Context, Result};
use parking_lot::ReentrantMutex;

fn go(lock: &ReentrantMutex<()>, depth: u32, deepest: u32) {
    let guard = lock.lock();
    println!("depth {depth}");
    if depth < deepest && depth < 7 {
        go(lock, depth + 1, deepest);
    }
    drop(guard);
}

fn run(lock: &ReentrantMutex<()>, deepest: u32) {
    go(lock, 0, deepest);
    for depth in 8..=deepest {
        let _guard = lock.lock();
        println!("depth {depth}");
    }
}

fn main() -> Result<()> {
    let deepest: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("DEPTH must be a whole number")?,
        None => 3,
    };
    let lock = ReentrantMutex::new(());
    thread::scope(|s| {
        s.spawn(|| run(&lock, deepest));
        s.spawn(|| run(&lock, deepest));
    });
    Ok(())
}
