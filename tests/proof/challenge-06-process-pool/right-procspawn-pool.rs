//! procspawn::Pool of three, answers joined in input order.

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
    let jobs: Vec<_> = numbers.iter().map(|&n| pool.spawn(n, square)).collect();
    let squares = jobs.into_iter().map(|job| job.join()).collect::<Result<Vec<_>, _>>()?;
    println!("{squares:?}");
    Ok(())
}
