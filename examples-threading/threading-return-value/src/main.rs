//! `join` hands back what the closure returned: results in the order of joining, whoever is ready first.
//!
//! Python: a `Thread` drops what its target returns; one needs a subclass that stores it, or a pool. In Rust
//! the handle knows the type of the result: `JoinHandle<u32>`.

use std::thread;
use std::time::Duration;

fn main() {
    let threads: Vec<_> = (0..5).map(|n| thread::spawn(move || square(n))).collect();
    let results: Vec<u32> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    println!("Results: {results:?}");
}

fn square(n: u32) -> u32 {
    thread::sleep(Duration::from_millis(50));
    n * n
}
