//! wrong: counts from 0 to COUNT - 1 instead of 1 to COUNT.

use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("COUNT must be a whole number")?,
        None => 5,
    };
    let threads: Vec<_> =
        (0..u64::from(count)).map(|i| thread::spawn(move || println!("{}", i * i))).collect();
    for thread in threads {
        thread.join().unwrap();
    }
    Ok(())
}
