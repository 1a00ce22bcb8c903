//! Each clock starts before the first worker does and stops when the last one has ended. `black_box`
//! keeps a release build from working the sum out without adding.

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

    let start = Instant::now();
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| add_up(n));
        }
    });
    println!("Threads time: {:.6}", start.elapsed().as_secs_f64());

    let start = Instant::now();
    let children: Vec<_> = (0..2).map(|_| procspawn::spawn(n, add_up)).collect();
    for child in children {
        child.join()?;
    }
    println!("Processes time: {:.6}", start.elapsed().as_secs_f64());
    Ok(())
}

fn add_up(n: u32) -> u64 {
    (0..u64::from(n)).map(black_box).sum()
}
