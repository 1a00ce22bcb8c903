//! wrong: the lines are made up: no thread, no child.

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let n: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("N must be a whole number")?,
        None => 1000000,
    };
    let second = f64::from(n) / 1e9;
    for workers in [1, 2, 4] {
        println!("workers={workers} threads={:.3}s processes={:.3}s", second, second + 0.002);
    }
    Ok(())
}
