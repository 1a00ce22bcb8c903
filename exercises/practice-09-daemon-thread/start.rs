//! A background thread prints `Running` at once and then every 0.5 s, for ever. Main sleeps SECONDS and
//! ends, without waiting for the thread.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a whole number")?,
        None => 2,
    };

    todo!("a thread in the background prints Running; main sleeps {seconds} s and ends with Ok(())")
}
