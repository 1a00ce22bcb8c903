//! COUNT threads; thread `i` prints `Hello from thread i`.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 3,
    };

    todo!("{count} threads at once print a line each; main waits for them and ends with Ok(())")
}
