//! `threads` threads each add 1 to one counter, with no protection: an update may get lost, in safe Rust.
//! Then main prints `Count with race condition: N`.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };

    todo!("let {threads} threads read the counter, add 1 and write it back, then print it; end with Ok(())")
}
