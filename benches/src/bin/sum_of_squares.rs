//! The sum of squares below 10^7, in one process and in parts that come back over a queue: `join` receives
//! from the channel that procspawn lays to each child.

use std::hint::black_box;
use std::thread;

use threadlings_benches::timed;

const TOTAL: u64 = 10_000_000;

fn main() {
    procspawn::init();
    timed("one process", in_one_process);
    timed("parts over a queue", in_parts);
}

// Not inlined: the same machine code, whoever calls it.
#[inline(never)]
fn sum_of_squares((start, end): (u64, u64)) -> u128 {
    let mut total = 0;
    for i in start..end {
        total += u128::from(black_box(i * i));
    }
    total
}

fn in_one_process() -> u128 {
    sum_of_squares((0, TOTAL))
}

fn in_parts() -> u128 {
    let parts = thread::available_parallelism().unwrap().get().min(4) as u64;
    let processes: Vec<_> = (0..parts)
        .map(|p| procspawn::spawn((TOTAL * p / parts, TOTAL * (p + 1) / parts), sum_of_squares))
        .collect();
    processes.into_iter().map(|process| process.join().unwrap()).sum()
}
