//! wrong: each thread counts for itself and main adds up: nothing is shared, nothing is lost.

use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let handles: Vec<_> = (0..threads)
        .map(|_| {
            thread::spawn(|| {
                let mut count = 0;
                let seen = count;
                thread::yield_now();
                count = seen + 1;
                count
            })
        })
        .collect();
    let count: u32 = handles.into_iter().map(|handle| handle.join().unwrap()).sum();
    println!("Count with race condition: {count}");
    Ok(())
}
