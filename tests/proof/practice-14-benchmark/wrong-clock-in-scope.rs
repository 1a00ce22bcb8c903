//! Wrong: the clock is read inside the scope, before the scope has joined its threads: the threads' time is only that of starting them.
use std::env;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result};

fn sum(n: u32) -> u64 {
    std::hint::black_box((0..u64::from(n)).sum())
}

fn main() -> Result<()> {
    procspawn::init();
    let n: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("N must be a whole number")?,
        None => 1_000_000,
    };
    for workers in [1, 2, 4] {
        let threads = thread::scope(|scope| {
            let begin = Instant::now();
            for _ in 0..workers {
                scope.spawn(move || sum(n));
            }
            begin.elapsed()
        });
        let begin = Instant::now();
        let children: Vec<_> = (0..workers).map(|_| procspawn::spawn(n, sum)).collect();
        for child in children {
            child.join()?;
        }
        let processes = begin.elapsed();
        println!("workers={workers} threads={:.6}s processes={:.6}s", threads.as_secs_f64(), processes.as_secs_f64());
    }
    Ok(())
}
