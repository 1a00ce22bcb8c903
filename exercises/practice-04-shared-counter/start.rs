//! THREADS threads each add 1 to one shared counter. When all are done, print the count.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };

    todo!("{threads} threads at once each add 1 to a counter; main prints it and ends with Ok(())")
}
