//! Print the numbers from 0 up to COUNT from one thread that you start, and end when it is done.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 5,
    };

    todo!("a thread prints 0..{count}, a number a line; main waits for it and ends with Ok(())")
}
