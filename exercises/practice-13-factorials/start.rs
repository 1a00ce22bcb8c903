//! A child process for each number computes its factorial, all at once; the parent prints `N! = DIGITS`.
//! The work for one number: say `factorial N` on stderr, sleep 100 ms, give the factorial.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    procspawn::init(); // a child starts here, runs its function, and goes no further

    let mut numbers = env::args()
        .skip(1)
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("NUMBERS must be whole numbers")?;
    if numbers.is_empty() {
        numbers = vec![100, 200, 300];
    }

    todo!("a child for each of {numbers:?}; main prints the factorials and ends with Ok(())")
}
