//! `readers` threads print `read V begin` and `read V end`, and may be in together. One writer thread
//! prints `write begin`, sets the value from 0 to 1 and prints `write end`, alone.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let readers: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("READERS must be a whole number")?,
        None => 3,
    };

    todo!("let {readers} readers and one writer at the value, all at once; end with Ok(())")
}
