//! The global pool has as many threads as there are cores: not a thread for each of COUNT lines.
use anyhow::Context;
use rayon::prelude::*;

fn main() -> anyhow::Result<()> {
    let count: u32 = match std::env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 3,
    };
    (0..count).into_par_iter().for_each(|i| println!("Task {i}"));
    Ok(())
}
