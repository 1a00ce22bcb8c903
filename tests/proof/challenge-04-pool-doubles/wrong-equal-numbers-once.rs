//! wrong: an answer is kept and used again: equal numbers give one work line only.

use std::collections::HashMap;
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
        numbers = vec![1, 2, 3, 4];
    }
    let mut different = numbers.clone();
    different.sort();
    different.dedup();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(4).build()?;
    let doubles: HashMap<u32, u64> = pool.install(|| {
        different
            .into_par_iter()
            .map(|n| {
                eprintln!("double {n}");
                thread::sleep(Duration::from_millis(100));
                (n, u64::from(n) * 2)
            })
            .collect()
    });
    let in_order: Vec<_> = numbers.iter().map(|n| doubles[n]).collect();
    println!("{in_order:?}");
    Ok(())
}
