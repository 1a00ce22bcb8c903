//! The guard of `lock` lives until the addition is done: nobody can come between reading and writing. The
//! scope waits for every thread before the count is printed.

use std::{env, thread};

use anyhow::{Context, Result};
use parking_lot::Mutex;

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };

    let count = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| *count.lock() += 1);
        }
    });
    println!("Count safe: {}", count.into_inner());
    Ok(())
}
