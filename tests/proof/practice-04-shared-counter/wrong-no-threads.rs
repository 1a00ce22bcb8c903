//! No thread at all: THREADS itself is printed.
use std::env;

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a number")?,
        None => 5,
    };
    println!("{threads}");
    Ok(())
}
