//! Five waits of two seconds in a row: ten seconds in which the processor has nothing to do.
//!
//! Python: the same, to the hundredth. The sleep stands for a reply from a network or a disk; a faster
//! language does not make it come sooner. `threading-io` does.

use std::thread;
use std::time::{Duration, Instant};

fn main() {
    let start = Instant::now();
    for i in 0..5 {
        io_task(i);
    }
    println!("Total time without threading: {:.2} seconds", start.elapsed().as_secs_f64());
}

fn io_task(i: u32) {
    println!("Task {i} started");
    thread::sleep(Duration::from_secs(2));
    println!("Task {i} completed");
}
