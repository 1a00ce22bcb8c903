//! Look at `cut`: it divides one big range among the processes, and the parent adds up what they return.
//!
//! Python: the partial sums come back through a `Queue`, its integers grow as needed. Here they come back
//! through `join`, and the type has to be wide enough: this sum does not fit in 64 bits. Compare with
//! `multiprocessing-sum-single`; with rayon on threads it would be one line,
//! `(0..TOTAL).into_par_iter().map(|i| i * i).sum()`.

use std::hint::black_box;
use std::ops::Range;
use std::thread;
use std::time::Instant;

const TOTAL: u128 = 10_000_000;

fn main() -> anyhow::Result<()> {
    procspawn::init();

    let processes = thread::available_parallelism()?.get().min(4) as u128;
    println!("[Multiprocessing] Starting with {processes} processes...");

    let start = Instant::now();
    let cut = |i| TOTAL * i / processes;
    let children: Vec<_> =
        (0..processes).map(|i| procspawn::spawn(cut(i)..cut(i + 1), sum_of_squares)).collect();
    let mut sum = 0;
    for child in children {
        sum += child.join()?;
    }
    println!("Total sum = {sum}");
    println!("Multiprocessing time: {:.2} seconds", start.elapsed().as_secs_f64());
    Ok(())
}

fn sum_of_squares(range: Range<u128>) -> u128 {
    range.map(|i| black_box(i * i)).sum() // black_box: the optimizer must not find a formula for the sum
}
