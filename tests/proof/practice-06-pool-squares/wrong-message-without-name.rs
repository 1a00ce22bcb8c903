//! The message about a bad number does not say NUMBERS.
use std::time::Duration;
use std::{env, thread};

use rayon::prelude::*;

fn square(n: u32) -> u64 {
    eprintln!("square {n}");
    thread::sleep(Duration::from_millis(100));
    u64::from(n) * u64::from(n)
}

fn main() -> anyhow::Result<()> {
    let mut numbers = env::args().skip(1).map(|a| a.parse()).collect::<Result<Vec<u32>, _>>()?;
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4, 5];
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(5).build()?;
    let squares: Vec<u64> = pool.install(|| numbers.par_iter().map(|&n| square(n)).collect());
    println!("{squares:?}");
    Ok(())
}
