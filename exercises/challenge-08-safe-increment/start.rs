//! `threads` threads each add 1 to one counter, and no update is lost on any schedule. Then main prints
//! `Count safe: N`.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };

    todo!("let {threads} threads add 1 each, then print the count; end with Ok(())")
}
