//! Start `count` child processes. Each prints the cube of its own number: 1, 8, 27 … up to `count` cubed.
//! All of them are started before the first is waited for.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    procspawn::init();
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 3,
    };

    todo!("print the cubes of 1 to {count}, each from a process of its own; end with Ok(())")
}
