//! Reading and writing are two steps, each atomic, but not the two together: between them another thread
//! may write, and its update is lost. No data race (that would be undefined behaviour, and safe Rust has
//! none), a race condition all the same.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };

    let count = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                let seen = count.load(Relaxed);
                count.store(seen + 1, Relaxed);
            });
        }
    });
    println!("Count with race condition: {}", count.into_inner());
    Ok(())
}
