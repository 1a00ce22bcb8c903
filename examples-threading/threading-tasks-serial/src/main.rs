//! Two tasks of two seconds, one after the other: four seconds. Compare with `threading-tasks`.
//!
//! Python: `time.time()` twice and a subtraction, which goes wrong when the clock is set in between. Rust's
//! `Instant` is a clock that only goes forward, like `time.perf_counter()`.

use std::thread;
use std::time::{Duration, Instant};

fn main() {
    let start = Instant::now();
    task("A", Duration::from_secs(2));
    task("B", Duration::from_secs(2));
    println!("Total time taken: {:.2} seconds", start.elapsed().as_secs_f64());
}

fn task(name: &str, delay: Duration) {
    println!("Task {name} starting");
    thread::sleep(delay);
    println!("Task {name} completed");
}
