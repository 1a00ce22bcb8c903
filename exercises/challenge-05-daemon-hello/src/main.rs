//! A background thread prints `Hello` at once and then every second, for ever. Main sleeps `seconds`
//! seconds and ends, without waiting for it.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a whole number")?,
        None => 3,
    };

    todo!("a background thread says hello every second; main sleeps {seconds} s and ends with Ok(())")
}
