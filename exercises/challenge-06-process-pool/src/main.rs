//! A pool of three processes squares the numbers: each piece of work writes `square N` to stderr, sleeps
//! 100 ms and gives its result. Print the results as `[4, 9, 16]`, in the order of the input.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    procspawn::init();
    let mut numbers = env::args()
        .skip(1)
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("NUMBERS must be whole numbers")?;
    if numbers.is_empty() {
        numbers = vec![2, 3, 4];
    }

    todo!("print the squares of {numbers:?}, worked out by a pool of three processes; end with Ok(())")
}
