//! wrong: a thread that does not get the lock in a hundred tries gives up, and its update is lost.

use std::env;
use std::sync::{Arc, Mutex, TryLockError};
use std::thread;

use anyhow::{Context, Result};

/// How often a thread tries to get the lock before it backs off for good.
const MAX_ATTEMPTS: u32 = 100;

/// A counter that can never deadlock, because it never blocks.
#[derive(Clone, Default)]
struct SafeCounter(Arc<Mutex<u32>>);

impl SafeCounter {
    /// Adds 1. Returns whether it worked.
    fn increment(&self) -> bool {
        for _ in 0..MAX_ATTEMPTS {
            match self.0.try_lock() {
                Ok(mut count) => {
                    *count += 1;
                    return true;
                }
                Err(TryLockError::WouldBlock) => thread::yield_now(),
                Err(TryLockError::Poisoned(_)) => return false,
            }
        }
        false
    }

    fn get(&self) -> u32 {
        *self.0.lock().unwrap()
    }
}

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };

    let counter = SafeCounter::default();
    let handles: Vec<_> = (0..threads)
        .map(|_| {
            let counter = counter.clone();
            thread::spawn(move || counter.increment())
        })
        .collect();

    for handle in handles {
        handle.join().expect("an incrementing thread panicked");
    }
    println!("Count safe: {}", counter.get());
    Ok(())
}
