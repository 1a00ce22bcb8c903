//! A thread prints `Tick` every 0.5 s for SECONDS seconds. Main waits for it.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a whole number")?,
        None => 5,
    };

    todo!("a thread prints Tick every 0.5 s for {seconds} s; main waits for it and ends with Ok(())")
}
