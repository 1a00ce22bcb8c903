//! wrong: no collect between spawn and join: the lazy iterator spawns and joins one by one.

use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("COUNT must be a whole number")?,
        None => 5,
    };
    let threads = (1..=u64::from(count)).map(|i| thread::spawn(move || println!("{}", i * i)));
    for thread in threads {
        thread.join().unwrap();
    }
    Ok(())
}
