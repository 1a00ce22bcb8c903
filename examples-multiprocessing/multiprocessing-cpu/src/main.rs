//! Look at the total, and compare it with `threading-cpu`: processes are as fast as threads, not faster.
//!
//! Python: only processes use more than one core for computing, since the GIL lets one thread of a process
//! run bytecode at a time. Rust's threads run in parallel anyway. Each process still costs some milliseconds
//! to start.

use std::hint::black_box;
use std::time::Instant;

use procspawn::SpawnError;

fn main() -> Result<(), SpawnError> {
    procspawn::init();

    let start = Instant::now();
    let children: Vec<_> = (0..4).map(|n| procspawn::spawn(n, cpu_task)).collect();
    for child in children {
        child.join()?;
    }
    println!("Total time with multiprocessing: {:.2} seconds", start.elapsed().as_secs_f64());
    Ok(())
}

fn cpu_task(n: u32) {
    println!("Task {n} started");
    let mut sum: u128 = 0;
    for i in 0..10_000_000 {
        sum += black_box(i * i); // black_box: the optimizer must not find a formula for the sum
    }
    black_box(sum);
    println!("Task {n} completed");
}
