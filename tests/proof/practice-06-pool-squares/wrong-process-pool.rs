//! A pool of processes where threads are asked for.
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn square(n: u32) -> u64 {
    eprintln!("square {n}");
    thread::sleep(Duration::from_millis(100));
    u64::from(n) * u64::from(n)
}

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let mut numbers = Vec::new();
    for arg in env::args().skip(1) {
        numbers.push(arg.parse::<u32>().with_context(|| format!("NUMBERS: {arg:?}"))?);
    }
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4, 5];
    }
    let pool = procspawn::Pool::new(5)?;
    let tasks: Vec<_> = numbers.into_iter().map(|n| pool.spawn(n, square)).collect();
    let mut squares = Vec::new();
    for task in tasks {
        squares.push(task.join()?);
    }
    println!("{squares:?}");
    Ok(())
}
