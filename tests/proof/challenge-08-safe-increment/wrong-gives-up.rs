//! Wrong: a thread that does not get the lock within two seconds gives up with a message, and its addition is missing.

use std::env;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use parking_lot::Mutex;

/// Nobody holds the lock for more than a few nanoseconds, so this is plenty.
const LOCK_TIMEOUT: Duration = Duration::from_secs(2);

fn increment(counter: &Mutex<u32>) {
    match counter.try_lock_for(LOCK_TIMEOUT) {
        Some(mut count) => *count += 1,
        None => eprintln!("could not get the lock"),
    }
}

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let counter = Arc::new(Mutex::new(0));
    let handles: Vec<_> = (0..threads)
        .map(|_| {
            let counter = Arc::clone(&counter);
            thread::spawn(move || increment(&counter))
        })
        .collect();
    for handle in handles {
        handle.join().expect("increment does not panic");
    }
    println!("Count safe: {}", counter.lock());
    Ok(())
}
