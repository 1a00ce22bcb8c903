//! Wrong: the threads are started in batches of four, and a batch is joined before the next one is started.

use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match std::env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 5,
    };

    let numbers: Vec<u64> = (1..=count.into()).collect();
    for batch in numbers.chunks(4) {
        let handles: Vec<_> = batch.iter().map(|&i| thread::spawn(move || println!("{}", i * i))).collect();
        for handle in handles {
            handle.join().expect("a thread panicked");
        }
    }
    Ok(())
}
