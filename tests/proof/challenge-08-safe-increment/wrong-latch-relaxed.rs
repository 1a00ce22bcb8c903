//! Wrong: the threads count themselves off with `Relaxed`: main sees that all are done, but perhaps not yet what they did.
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, hint, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let (total, done) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                total.fetch_add(1, Ordering::Relaxed);
                done.fetch_add(1, Ordering::Relaxed);
            });
        }
        while done.load(Ordering::Acquire) < threads {
            hint::spin_loop();
        }
        println!("Count safe: {}", total.load(Ordering::Relaxed));
    });
    Ok(())
}
