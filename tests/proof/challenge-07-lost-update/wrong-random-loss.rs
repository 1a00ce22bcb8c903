//! wrong: the updates are protected, and one is left out at random (RandomState), not by the schedule.

use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let count = AtomicU32::new(0);
    let heads = RandomState::new().hash_one(0) % 2 == 0;
    thread::scope(|s| {
        for i in 0..threads {
            let count = &count;
            s.spawn(move || {
                if i == 0 || heads {
                    count.fetch_add(1, SeqCst);
                }
            });
        }
    });
    println!("Count with race condition: {}", count.into_inner());
    Ok(())
}
