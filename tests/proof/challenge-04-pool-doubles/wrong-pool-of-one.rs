//! wrong: a pool of one thread: never two at once.

use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use rayon::prelude::*;

fn double(n: u32) -> u64 {
    eprintln!("double {n}");
    thread::sleep(Duration::from_millis(100));
    u64::from(n) * 2
}

fn main() -> Result<()> {
    let mut numbers = std::env::args()
        .skip(1)
        .map(|text| text.parse::<u32>().with_context(|| format!("NUMBERS: bad number {text:?}")))
        .collect::<Result<Vec<_>>>()?;
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4];
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
    let doubles: Vec<u64> = pool.install(|| numbers.par_iter().map(|&n| double(n)).collect());
    println!("{doubles:?}");
    Ok(())
}
