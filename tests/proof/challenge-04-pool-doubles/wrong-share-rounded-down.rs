//! wrong: the share of a thread is rounded down: nine numbers are five shares, for five threads.

use std::env;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};

/// The number of threads in the pool.
const POOL_SIZE: usize = 4;

/// One piece of work.
fn double(number: u32) -> u64 {
    eprintln!("double {number}");
    thread::sleep(Duration::from_millis(100));
    u64::from(number) * 2
}

/// Doubles `numbers` on `POOL_SIZE` threads. The results are in the order of the input.
fn double_all(numbers: &[u32]) -> Result<Vec<u64>> {
    // Each thread gets one share, at least one number.
    let share = (numbers.len() / POOL_SIZE).max(1);
    thread::scope(|scope| {
        let threads: Vec<_> = numbers
            .chunks(share)
            .map(|chunk| scope.spawn(move || chunk.iter().copied().map(double).collect::<Vec<_>>()))
            .collect();
        let mut doubles = Vec::with_capacity(numbers.len());
        for thread in threads {
            doubles.extend(thread.join().map_err(|_| anyhow!("a thread panicked"))?);
        }
        Ok(doubles)
    })
}

fn main() -> Result<()> {
    let mut numbers = env::args()
        .skip(1)
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("NUMBERS must be whole numbers")?;
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4];
    }
    println!("{:?}", double_all(&numbers)?);
    Ok(())
}
