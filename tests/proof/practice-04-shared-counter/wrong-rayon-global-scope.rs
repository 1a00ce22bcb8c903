//! Tasks on rayon's global pool: a thread for each core, not THREADS threads.
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let threads: u32 = match std::env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a number")?,
        None => 5,
    };
    let counter = AtomicU32::new(0);
    rayon::scope(|s| {
        for _ in 0..threads {
            s.spawn(|_| {
                counter.fetch_add(1, Relaxed);
            });
        }
    });
    println!("{}", counter.into_inner());
    Ok(())
}
