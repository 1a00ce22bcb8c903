//! wrong: the threads only compute, main prints.

use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("COUNT must be a whole number")?,
        None => 5,
    };
    let threads: Vec<_> = (1..=u64::from(count)).map(|i| thread::spawn(move || i * i)).collect();
    for thread in threads {
        println!("{}", thread.join().unwrap());
    }
    Ok(())
}
