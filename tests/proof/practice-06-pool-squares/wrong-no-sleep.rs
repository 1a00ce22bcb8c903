//! The work does not sleep.
use std::env;

use anyhow::Context;
use rayon::prelude::*;

fn square(n: u32) -> u64 {
    eprintln!("square {n}");
    u64::from(n) * u64::from(n)
}

fn main() -> anyhow::Result<()> {
    let mut numbers = Vec::new();
    for arg in env::args().skip(1) {
        numbers.push(arg.parse::<u32>().with_context(|| format!("NUMBERS: {arg:?}"))?);
    }
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4, 5];
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(5).build()?;
    let squares: Vec<u64> = pool.install(|| numbers.par_iter().map(|&n| square(n)).collect());
    println!("{squares:?}");
    Ok(())
}
