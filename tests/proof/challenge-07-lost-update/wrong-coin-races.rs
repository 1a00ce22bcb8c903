//! Wrong: a random number decides whether a thread reads and writes in two steps or adds atomically; the same schedule can lose or not.

use std::collections::hash_map::RandomState;
use std::env;
use std::hash::{BuildHasher, Hasher};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use anyhow::{Context, Result};

/// A coin toss, without an extra crate.
fn coin() -> bool {
    RandomState::new().build_hasher().finish() % 2 == 0
}

/// Adds 1, in a way that may or may not lose an update.
fn unlucky_increment(counter: &AtomicU32) {
    if coin() {
        let value = counter.load(Ordering::SeqCst);
        thread::yield_now();
        counter.store(value + 1, Ordering::SeqCst);
    } else {
        counter.fetch_add(1, Ordering::SeqCst);
    }
}

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };

    let counter = Arc::new(AtomicU32::new(0));
    let handles: Vec<_> = (0..threads)
        .map(|_| {
            let counter = Arc::clone(&counter);
            thread::spawn(move || unlucky_increment(&counter))
        })
        .collect();
    for handle in handles {
        handle.join().expect("no thread panics");
    }
    println!("Count with race condition: {}", counter.load(Ordering::SeqCst));
    Ok(())
}
