//! wrong: number and line end are two writes: two threads can mix their lines up.

use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("COUNT must be a whole number")?,
        None => 5,
    };
    let threads: Vec<_> = (1..=u64::from(count))
        .map(|i| {
            thread::spawn(move || {
                print!("{}", i * i);
                println!()
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    Ok(())
}
