//! The four sums, a thread each: compare the time with `threading-cpu-serial`, on as many cores as you have.
//!
//! Python: no faster than in a row. Its global interpreter lock (GIL) lets one thread at a time run Python
//! code, so CPU-bound work has to go to processes, with memory of their own. Rust has no such lock: threads
//! compute in parallel and share memory.

use std::hint::black_box;
use std::thread;
use std::time::Instant;

fn main() {
    let start = Instant::now();
    thread::scope(|s| {
        for i in 0..4 {
            s.spawn(move || cpu_task(i));
        }
    });
    println!("Total time with threading: {:.2} seconds", start.elapsed().as_secs_f64());
}

fn cpu_task(i: u32) {
    println!("Task {i} started");
    let mut sum = 0_u128;
    for n in 0..10_000_000 {
        sum = black_box(sum + n * n);
    }
    println!("Task {i} completed");
}
