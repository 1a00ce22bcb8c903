//! The counter lives inside its lock, so nobody can read, add and write without holding it. No update
//! is lost, and the scope has joined every thread before the count is read.

use std::sync::Mutex;
use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };

    let counter = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| *counter.lock().unwrap() += 1);
        }
    });
    println!("{}", counter.into_inner()?);
    Ok(())
}
