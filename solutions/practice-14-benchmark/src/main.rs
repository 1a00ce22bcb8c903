//! Each clock covers one group from its first start to its last join, and each worker adds up all of
//! 0..N. `black_box` keeps a release build from working the sum out without adding.

use std::hint::black_box;
use std::time::Instant;
use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    procspawn::init(); // a child starts here, runs its function, and goes no further

    let n: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("N must be a whole number")?,
        None => 1_000_000,
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

        println!("workers={workers} threads={threads:.6}s processes={processes:.6}s");
    }
    Ok(())
}

fn add_up(n: u32) -> u64 {
    (0..u64::from(n)).map(black_box).sum()
}
