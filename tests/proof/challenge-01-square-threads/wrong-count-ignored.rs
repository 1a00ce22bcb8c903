//! wrong: always five lines, whatever COUNT says.

use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let _count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("COUNT must be a whole number")?,
        None => 5,
    };
    let threads: Vec<_> = (1..=5).map(|i| thread::spawn(move || println!("{}", i * i))).collect();
    for thread in threads {
        thread.join().unwrap();
    }
    Ok(())
}
