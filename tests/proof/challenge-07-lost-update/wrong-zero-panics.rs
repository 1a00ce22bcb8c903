//! wrong: THREADS=0 panics: a division by it.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let count = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                let seen = count.load(SeqCst);
                thread::yield_now();
                count.store(seen + 1, SeqCst);
            });
        }
    });
    println!("Count with race condition: {}", count.into_inner());
    eprintln!("{} % lost", 100 - 100 / threads);
    Ok(())
}
