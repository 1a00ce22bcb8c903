//! Main writes the work lines, the pool does the rest.
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;
use rayon::prelude::*;

fn square(n: u32) -> u64 {
    thread::sleep(Duration::from_millis(100));
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
    for n in &numbers {
        eprintln!("square {n}");
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(5).build()?;
    let squares: Vec<u64> = pool.install(|| numbers.par_iter().map(|&n| square(n)).collect());
    println!("{squares:?}");
    Ok(())
}
