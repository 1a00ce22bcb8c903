//! The first `collect` hands out all the work before the second one waits for any of it. The tasks are
//! joined in the order of the numbers, so the results stand in that order. A `u64` holds the square of
//! every `u32`.

use std::time::Duration;
use std::{env, thread};

use anyhow::{Context, Result};
use procspawn::Pool;

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

    let pool = Pool::new(3)?;
    let tasks: Vec<_> = numbers.into_iter().map(|n| pool.spawn(n, square)).collect();
    let squares: Vec<u64> = tasks.into_iter().map(|task| task.join()).collect::<Result<_, _>>()?;
    println!("{squares:?}");
    Ok(())
}

fn square(n: u32) -> u64 {
    eprintln!("square {n}");
    thread::sleep(Duration::from_millis(100));
    u64::from(n).pow(2)
}
