//! Square the numbers on a pool of 5 threads and print the list, in the order the numbers came in.
//! The work for one number: say `square N` on stderr, sleep 100 ms, give the square.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let mut numbers = env::args()
        .skip(1)
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("NUMBERS must be whole numbers")?;
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4, 5];
    }

    todo!("a pool of 5 threads squares {numbers:?}; main prints the list and ends with Ok(())")
}
