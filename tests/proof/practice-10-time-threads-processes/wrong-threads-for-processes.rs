//! The processes are two more threads.
use std::hint::black_box;
use std::time::Instant;
use std::{env, thread};

use anyhow::Context;

fn add_up(n: u32) -> u64 {
    (0..u64::from(n)).map(black_box).sum()
}

fn main() -> anyhow::Result<()> {
    let n: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("N must be a number")?,
        None => 1_000_000,
    };
    for what in ["Threads", "Processes"] {
        let start = Instant::now();
        thread::scope(|s| {
            s.spawn(|| add_up(n));
            s.spawn(|| add_up(n));
        });
        println!("{what} time: {:.4}", start.elapsed().as_secs_f64());
    }
    Ok(())
}
