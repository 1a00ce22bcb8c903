//! Wrong: a weak exchange may fail for no reason; here it is tried again only if somebody else has changed the count.
use std::sync::atomic::{AtomicU32, Ordering};
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
                let mut old = count.load(Ordering::SeqCst);
                loop {
                    match count.compare_exchange_weak(old, old + 1, Ordering::SeqCst, Ordering::SeqCst) {
                        Ok(_) => break,
                        Err(seen) if seen == old => break,
                        Err(seen) => old = seen,
                    }
                }
            });
        }
    });
    println!("Count safe: {}", count.load(Ordering::SeqCst));
    Ok(())
}
