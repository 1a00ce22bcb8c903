//! Bad numbers (`1 x 3`) are silently left out.
use std::time::Duration;
use std::{env, thread};

use rayon::prelude::*;

fn square(n: u32) -> u64 {
    eprintln!("square {n}");
    thread::sleep(Duration::from_millis(100));
    u64::from(n) * u64::from(n)
}

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    let mut numbers: Vec<u32> = args.iter().filter_map(|a| a.parse().ok()).collect();
    if args.is_empty() {
        numbers = vec![1, 2, 3, 4, 5];
    } else if numbers.is_empty() {
        anyhow::bail!("NUMBERS are missing");
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(5).build()?;
    let squares: Vec<u64> = pool.install(|| numbers.par_iter().map(|&n| square(n)).collect());
    println!("{squares:?}");
    Ok(())
}
