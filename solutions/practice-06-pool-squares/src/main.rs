//! A parallel map keeps the order of its input, whichever thread ends first. `install` runs it on our
//! pool of five, and the square of any `u32` fits in a `u64`.

use std::time::Duration;
use std::{env, thread};

use anyhow::{Context, Result};
use rayon::prelude::*;

fn main() -> Result<()> {
    let mut numbers = env::args()
        .skip(1)
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("NUMBERS must be whole numbers")?;
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4, 5];
    }

    let pool = rayon::ThreadPoolBuilder::new().num_threads(5).build()?;
    let squares: Vec<u64> = pool.install(|| numbers.into_par_iter().map(square).collect());
    println!("{squares:?}");
    Ok(())
}

fn square(n: u32) -> u64 {
    eprintln!("square {n}");
    thread::sleep(Duration::from_millis(100));
    u64::from(n).pow(2)
}
