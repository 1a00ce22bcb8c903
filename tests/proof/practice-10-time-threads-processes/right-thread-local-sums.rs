//! Each thread keeps its sum in a thread-local value; one scope waits for both.
use std::cell::RefCell;
use std::hint::black_box;
use std::time::Instant;
use std::{env, thread};

use anyhow::Context;

thread_local! {
    static SUMS: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

fn add_up(n: u32) -> u64 {
    (0..u64::from(n)).map(black_box).sum()
}

/// Its thread's sums are gone when it is over.
fn add_up_here(n: u32) {
    SUMS.with_borrow_mut(|sums| sums.push(black_box(add_up(n))));
}

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let n: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("N must be a number")?,
        None => 1_000_000,
    };
    let start = Instant::now();
    thread::scope(|scope| {
        scope.spawn(|| add_up_here(n));
        scope.spawn(|| add_up_here(n));
    });
    println!("Threads time: {:.4}", start.elapsed().as_secs_f64());
    let start = Instant::now();
    let children = [(); 2].map(|()| procspawn::spawn(n, add_up));
    for child in children {
        child.join()?;
    }
    println!("Processes time: {:.4}", start.elapsed().as_secs_f64());
    Ok(())
}
