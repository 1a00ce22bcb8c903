//! A pool of four threads doubles the numbers: each piece of work writes `double N` to stderr, sleeps
//! 100 ms and gives its result. Print the results as `[2, 4, 6, 8]`, in the order of the input.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let mut numbers = env::args()
        .skip(1)
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("NUMBERS must be whole numbers")?;
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4];
    }

    todo!("print the doubles of {numbers:?}, worked out by a pool of four threads; end with Ok(())")
}
