//! Wrong: makes a new pool of three for every nine numbers; violates "three different ones at most over the whole run", from ten numbers on.
use std::env;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn square(n: u32) -> u64 {
    eprintln!("square {n}");
    thread::sleep(Duration::from_millis(100));
    u64::from(n) * u64::from(n)
}

fn main() -> Result<()> {
    procspawn::init();
    let mut numbers = env::args()
        .skip(1)
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("NUMBERS must be whole numbers")?;
    if numbers.is_empty() {
        numbers = vec![2, 3, 4];
    }
    let mut squares = Vec::new();
    for nine in numbers.chunks(9) {
        let pool = procspawn::Pool::new(3)?;
        let jobs: Vec<_> = nine.iter().map(|&n| pool.spawn(n, square)).collect();
        for job in jobs {
            squares.push(job.join()?);
        }
        pool.shutdown();
    }
    println!("{squares:?}");
    Ok(())
}
