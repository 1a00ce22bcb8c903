//! Wrong: the racing count is an 8-bit number that wraps round; violates "on some [schedule] N = THREADS" (THREADS=256 or more: N is never above 255, and 0 is possible).
use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };

    let count = Arc::new(AtomicU8::new(0));
    let handles: Vec<_> = (0..threads)
        .map(|_| {
            let count = Arc::clone(&count);
            thread::spawn(move || {
                let seen = count.load(Ordering::SeqCst);
                count.store(seen.wrapping_add(1), Ordering::SeqCst);
            })
        })
        .collect();
    for h in handles {
        h.join().unwrap();
    }
    println!("Count with race condition: {}", count.load(Ordering::SeqCst));
    Ok(())
}
