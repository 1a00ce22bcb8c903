//! wrong: one thread prints all the squares.

use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("COUNT must be a whole number")?,
        None => 5,
    };
    let worker = thread::spawn(move || {
        for i in 1..=u64::from(count) {
            println!("{}", i * i);
        }
    });
    worker.join().unwrap();
    Ok(())
}
