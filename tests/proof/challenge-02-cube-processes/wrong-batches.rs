//! Wrong: starts the children in batches of 16 and waits for each batch before the next one is started.

use std::env;

use anyhow::{Context, Result};

/// More processes than this at once would only fight for the cores.
const BATCH: usize = 16;

fn cube(number: u32) {
    let number = u64::from(number);
    println!("{}", number * number * number);
}

fn main() -> Result<()> {
    procspawn::init();
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 3,
    };

    let numbers: Vec<u32> = (1..=count).collect();
    for batch in numbers.chunks(BATCH) {
        let children: Vec<_> = batch.iter().map(|&number| procspawn::spawn(number, cube)).collect();
        for child in children {
            child.join().context("a child failed")?;
        }
    }
    Ok(())
}
