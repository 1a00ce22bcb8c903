//! wrong: threads, not processes.

use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("COUNT must be a whole number")?,
        None => 3,
    };
    thread::scope(|s| {
        for i in 1..=u64::from(count) {
            s.spawn(move || println!("{}", i * i * i));
        }
    });
    Ok(())
}
