//! wrong: the sum overflows u32 (from N = 92,683 on) and the threads panic, which nobody looks at.

use std::thread;
use std::time::Instant;

use anyhow::{Context, Result};

fn add_up(n: u32) -> u32 {
    (0..n).sum()
}

fn main() -> Result<()> {
    procspawn::init();
    let n: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("N must be a whole number")?,
        None => 1000000,
    };
    for workers in [1, 2, 4] {
        let start = Instant::now();
        let threads: Vec<_> = (0..workers).map(|_| thread::spawn(move || add_up(n))).collect();
        for thread in threads {
            let _ = thread.join();
        }
        let threads = start.elapsed().as_secs_f64();
        let start = Instant::now();
        let children: Vec<_> =
            (0..workers).map(|_| procspawn::spawn(n, |n| (0..u64::from(n)).sum::<u64>())).collect();
        for child in children {
            child.join()?;
        }
        let processes = start.elapsed().as_secs_f64();
        println!("workers={workers} threads={threads:.3}s processes={processes:.3}s");
    }
    Ok(())
}
