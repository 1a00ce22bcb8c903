//! wrong: a thread for each number: more than four from five numbers on.

use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn double(n: u32) -> u64 {
    eprintln!("double {n}");
    thread::sleep(Duration::from_millis(100));
    2 * n as u64
}

fn main() -> Result<()> {
    let mut numbers = std::env::args()
        .skip(1)
        .map(|text| text.parse::<u32>().with_context(|| format!("NUMBERS: bad number {text:?}")))
        .collect::<Result<Vec<_>>>()?;
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4];
    }
    let threads: Vec<_> = numbers.into_iter().map(|n| thread::spawn(move || double(n))).collect();
    let doubles: Vec<u64> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    println!("{doubles:?}");
    Ok(())
}
