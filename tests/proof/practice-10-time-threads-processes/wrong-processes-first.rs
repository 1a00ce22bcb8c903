//! Processes are timed and printed before the threads.
use std::hint::black_box;
use std::time::Instant;
use std::{env, thread};

use anyhow::Context;

fn add_up(n: u32) -> u64 {
    (0..u64::from(n)).map(black_box).sum()
}

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let n: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("N must be a number")?,
        None => 1_000_000,
    };
    let start = Instant::now();
    let children = [(); 2].map(|()| procspawn::spawn(n, add_up));
    for child in children {
        child.join()?;
    }
    println!("Processes time: {:.4}", start.elapsed().as_secs_f64());
    let start = Instant::now();
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| add_up(n));
        }
    });
    println!("Threads time: {:.4}", start.elapsed().as_secs_f64());
    Ok(())
}
