//! wrong: the message for a bad COUNT does not name it.

use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("expected a whole number")?,
        None => 5,
    };
    let threads: Vec<_> =
        (1..=u64::from(count)).map(|i| thread::spawn(move || println!("{}", i * i))).collect();
    for thread in threads {
        thread.join().unwrap();
    }
    Ok(())
}
