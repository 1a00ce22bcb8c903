//! wrong: panics where N is smaller than the group (`0`, `3`): chunks of size 0.

use std::thread;
use std::time::Instant;

use anyhow::{Context, Result};

fn add_up(numbers: Vec<u32>) -> u64 {
    numbers.into_iter().map(u64::from).sum()
}

fn main() -> Result<()> {
    procspawn::init();
    let n: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("N must be a whole number")?,
        None => 1000000,
    };
    let numbers: Vec<u32> = (0..n).collect();
    for workers in [1, 2, 4] {
        let start = Instant::now();
        thread::scope(|s| {
            let mut rest = &numbers[..];
            for i in (1..=workers).rev() {
                let share = rest.chunks(numbers.len() / workers).next().unwrap();
                let share = if i == 1 { rest } else { share };
                rest = &rest[share.len()..];
                s.spawn(move || add_up(share.to_vec()));
            }
        });
        let threads = start.elapsed().as_secs_f64();
        let start = Instant::now();
        let children: Vec<_> =
            (0..workers).map(|_| procspawn::spawn(n, |n| add_up((0..n).collect()))).collect();
        for child in children {
            child.join()?;
        }
        let processes = start.elapsed().as_secs_f64();
        println!("workers={workers} threads={threads:.3}s processes={processes:.3}s");
    }
    Ok(())
}
