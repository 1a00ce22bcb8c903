//! `count` threads print `Thread i` and `count` child processes print `Process i`, all at once. Wait for
//! all of them.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    procspawn::init();
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 2,
    };

    todo!("start {count} threads and {count} processes, then wait for all of them; end with Ok(())")
}
