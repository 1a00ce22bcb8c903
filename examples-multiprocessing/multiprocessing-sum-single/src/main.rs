//! Look at the time, and compare it with `multiprocessing-sum`: one core, and no process to start.
//!
//! Python: the same loop takes seconds, so that several processes nearly always pay. The compiled loop takes
//! hundredths of a second with `--release`, little more than starting the processes: measure before you
//! divide.

use std::hint::black_box;
use std::ops::Range;
use std::time::Instant;

fn main() {
    println!("[Single Process] Starting calculation...");
    let start = Instant::now();
    let sum = sum_of_squares(0..10_000_000);
    println!("Total sum = {sum}");
    println!("Single-process time: {:.2} seconds", start.elapsed().as_secs_f64());
}

fn sum_of_squares(range: Range<u128>) -> u128 {
    range.map(|i| black_box(i * i)).sum() // black_box: the optimizer must not find a formula for the sum
}
