//! Three ticks, or four: at second 3 the ticker wakes up and `main` ends, and either may be first.
//!
//! Python: in a notebook the "program" is the kernel, which lives on: a daemon goes on printing under the
//! next cells. A Rust program has an end, and the ticker never outlives it.

use std::thread;
use std::time::Duration;

fn main() {
    thread::spawn(|| {
        loop {
            println!("Daemon running");
            thread::sleep(Duration::from_secs(1));
        }
    });

    thread::sleep(Duration::from_secs(3));
    println!("Main program ends, daemon stops");
}
