//! Start `count` threads. Each prints the square of its own number: 1, 4, 9 … up to `count` squared. All of
//! them are started before the first is waited for.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 5,
    };

    todo!("print the squares of 1 to {count}, each from a thread of its own; end with Ok(())")
}
