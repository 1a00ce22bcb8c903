//! wrong: an answer is kept and used again: equal numbers give one work line only.

use std::collections::{BTreeMap, BTreeSet};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn square(n: u32) -> u64 {
    eprintln!("square {n}");
    thread::sleep(Duration::from_millis(100));
    u64::from(n).pow(2)
}

fn main() -> Result<()> {
    procspawn::init();
    let mut numbers = std::env::args()
        .skip(1)
        .map(|text| text.parse::<u32>().with_context(|| format!("NUMBERS: bad number {text:?}")))
        .collect::<Result<Vec<_>>>()?;
    if numbers.is_empty() {
        numbers = vec![2, 3, 4];
    }
    let pool = procspawn::Pool::new(3)?;
    let mut different = BTreeSet::new();
    let mut jobs = Vec::new();
    for &n in &numbers {
        if different.insert(n) {
            jobs.push((n, pool.spawn(n, square)));
        }
    }
    let mut known = BTreeMap::new();
    for (n, job) in jobs {
        known.insert(n, job.join()?);
    }
    let squares: Vec<_> = numbers.iter().map(|n| known[n]).collect();
    println!("{squares:?}");
    Ok(())
}
