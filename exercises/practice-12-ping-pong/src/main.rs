//! One thread prints `Ping`, another one `Pong`, by turns: Ping first, ROUNDS of each.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let rounds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("ROUNDS must be a whole number")?,
        None => 5,
    };

    todo!("two threads print Ping and Pong by turns, {rounds} of each; end with Ok(())")
}
