//! wrong: a pool of threads, not of processes.

use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use rayon::prelude::*;

fn main() -> Result<()> {
    let mut numbers = std::env::args()
        .skip(1)
        .map(|text| text.parse::<u32>().with_context(|| format!("NUMBERS: bad number {text:?}")))
        .collect::<Result<Vec<_>>>()?;
    if numbers.is_empty() {
        numbers = vec![2, 3, 4];
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(3).build()?;
    let squares: Vec<u64> = pool.install(|| {
        numbers
            .into_par_iter()
            .map(|n| {
                eprintln!("square {n}");
                thread::sleep(Duration::from_millis(100));
                u64::from(n).pow(2)
            })
            .collect()
    });
    println!("{squares:?}");
    Ok(())
}
