//! The sum is a u32, which overflows from N=92683 on: a panic in the threads.
use std::time::Instant;
use std::{env, thread};

use anyhow::Context;

fn add_up(n: u32) -> u32 {
    (0..n).sum()
}

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let n: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("N must be a number")?,
        None => 1_000_000,
    };
    let start = Instant::now();
    let threads = [(); 2].map(|()| thread::spawn(move || add_up(n)));
    for thread in threads {
        let _ = thread.join();
    }
    println!("Threads time: {:.4}", start.elapsed().as_secs_f64());
    let start = Instant::now();
    let children = [(); 2].map(|()| procspawn::spawn(n, add_up));
    for child in children {
        let _ = child.join();
    }
    println!("Processes time: {:.4}", start.elapsed().as_secs_f64());
    Ok(())
}
