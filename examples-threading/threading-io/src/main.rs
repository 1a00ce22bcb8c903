//! The five waits at once: two seconds instead of ten, on any number of cores.
//!
//! Python: the same gain; a thread that waits for I/O releases the GIL, so I/O-bound work is what Python's
//! threads are good for. In Rust that is one use of threads out of two: see `threading-cpu` for the other.

use std::thread;
use std::time::{Duration, Instant};

fn main() {
    let start = Instant::now();
    thread::scope(|s| {
        for i in 0..5 {
            s.spawn(move || io_task(i));
        }
    });
    println!("Total time with threading: {:.2} seconds", start.elapsed().as_secs_f64());
}

fn io_task(i: u32) {
    println!("Task {i} started");
    thread::sleep(Duration::from_secs(2));
    println!("Task {i} completed");
}
