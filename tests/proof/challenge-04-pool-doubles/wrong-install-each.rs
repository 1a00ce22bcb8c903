//! wrong: install waits for each number before it hands out the next.

use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

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
    let pool = rayon::ThreadPoolBuilder::new().num_threads(4).build()?;
    let doubles: Vec<u64> = numbers.iter().map(|&n| pool.install(|| double(n))).collect();
    println!("{doubles:?}");
    Ok(())
}
