//! wrong: each thread is joined before the next starts: never at once.

use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("COUNT must be a whole number")?,
        None => 5,
    };
    for i in 1..=u64::from(count) {
        let thread = thread::spawn(move || println!("{}", i * i));
        thread.join().unwrap();
    }
    Ok(())
}
