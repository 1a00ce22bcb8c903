//! The same two tasks, a thread each: two seconds, the longest task and not the sum.
//!
//! Python: the same gain, as a thread that sleeps or waits lets go of the GIL. Concurrency is having both
//! tasks under way, and that is enough for waiting; parallelism, both computing at one instant, is what
//! `threading-cpu` is about.

use std::thread;
use std::time::{Duration, Instant};

fn main() {
    let start = Instant::now();
    thread::scope(|s| {
        s.spawn(|| task("A", Duration::from_secs(2)));
        s.spawn(|| task("B", Duration::from_secs(2)));
    });
    println!("Total time taken: {:.2} seconds", start.elapsed().as_secs_f64());
}

fn task(name: &str, delay: Duration) {
    println!("Task {name} starting");
    thread::sleep(delay);
    println!("Task {name} completed");
}
