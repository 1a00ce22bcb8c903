//! Right: reading and writing each take the lock, but it is free in between (with a few yields that grow with the thread's number), so the schedule alone decides whether an update is lost; all are joined.
use std::env;
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result};
use parking_lot::Mutex;

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let counter = Arc::new(Mutex::new(0u32));
    let mut handles = vec![];
    for i in 0..threads {
        let counter = Arc::clone(&counter);
        handles.push(thread::spawn(move || {
            let seen = *counter.lock();
            for _ in 0..i % 4 {
                thread::yield_now();
            }
            *counter.lock() = seen + 1;
        }));
    }
    for h in handles {
        h.join().unwrap();
    }
    println!("Count with race condition: {}", *counter.lock());
    Ok(())
}
