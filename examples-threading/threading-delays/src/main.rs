//! Three threads sleep for different times: they start in any order and finish shortest first.
//!
//! Python: `time.sleep(0.1)` takes a bare number. In Rust a time is a `Duration`, which says its unit where
//! it is made and counts whole nanoseconds: three times 0.1 s is 0.3 s here, not 0.30000000000000004.

use std::thread;
use std::time::Duration;

fn main() {
    thread::scope(|s| {
        for i in 0..3 {
            s.spawn(move || worker(i, Duration::from_millis(100) * (i + 1)));
        }
    });
    println!("All threads completed");
}

fn worker(i: u32, delay: Duration) {
    println!("  Thread-{i}: Starting (delay={}s)", delay.as_secs_f64());
    thread::sleep(delay);
    println!("  Thread-{i}: Finished");
}
