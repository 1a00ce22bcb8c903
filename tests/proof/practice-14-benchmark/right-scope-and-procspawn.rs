//! Scoped threads, then procspawn children; every worker adds up everything.

use std::thread;
use std::time::Instant;

use anyhow::{Context, Result};

fn add_up(n: u32) -> u64 {
    (0..u64::from(n)).sum()
}

fn main() -> Result<()> {
    procspawn::init();
    let n: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("N must be a whole number")?,
        None => 1000000,
    };
    for workers in [1, 2, 4] {
        let start = Instant::now();
        thread::scope(|s| {
            for _ in 0..workers {
                s.spawn(|| add_up(n));
            }
        });
        let threads = start.elapsed().as_secs_f64();

        let start = Instant::now();
        let children: Vec<_> = (0..workers).map(|_| procspawn::spawn(n, add_up)).collect();
        for child in children {
            child.join()?;
        }
        let processes = start.elapsed().as_secs_f64();
        println!("workers={workers} threads={threads:.3}s processes={processes:.3}s");
    }
    Ok(())
}
