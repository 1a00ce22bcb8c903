//! wrong: a barrier between read and write: every schedule loses all but one, none reaches THREADS.

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let count = AtomicU32::new(0);
    let all_have_read = Barrier::new(threads as usize);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                let seen = count.load(SeqCst);
                all_have_read.wait();
                count.store(seen + 1, SeqCst);
            });
        }
    });
    println!("Count with race condition: {}", count.into_inner());
    Ok(())
}
