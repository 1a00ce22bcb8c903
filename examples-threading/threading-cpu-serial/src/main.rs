//! Four sums of squares in a row: one core works, the others look on. Try `--release` as well.
//!
//! Python: `sum += i * i` grows as it must. In Rust a number has the width its type says: this sum needs more
//! than 64 bits, hence `u128`. And an optimiser may compute a sum that nobody reads in no time at all:
//! `black_box` forbids it.

use std::hint::black_box;
use std::time::Instant;

fn main() {
    let start = Instant::now();
    for i in 0..4 {
        cpu_task(i);
    }
    println!("Total time without threading: {:.2} seconds", start.elapsed().as_secs_f64());
}

fn cpu_task(i: u32) {
    println!("Task {i} started");
    let mut sum = 0_u128;
    for n in 0..10_000_000 {
        sum = black_box(sum + n * n);
    }
    println!("Task {i} completed");
}
