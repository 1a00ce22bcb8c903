//! Five workers out of one loop: each gets its own number, and all five together take one second.
//!
//! Python: `Thread(target=worker, args=(i,))`; with `target=lambda: worker(i)` all could see the last `i`. In
//! Rust `move` copies the `i` of this turn into the closure; without it the compiler objects, as the thread
//! outlives the turn.

use std::thread;
use std::time::Duration;

fn main() {
    thread::scope(|s| {
        for i in 0..5 {
            s.spawn(move || worker(i));
        }
    });
    println!("All workers finished.");
}

fn worker(i: u32) {
    println!("Worker {i} started");
    thread::sleep(Duration::from_secs(1));
    println!("Worker {i} finished");
}
