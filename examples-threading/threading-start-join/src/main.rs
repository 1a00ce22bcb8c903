//! Two tasks of a second each take one second together, because they wait at the same time.
//!
//! Python: `t.start()` and `t.join()` for each thread; forget one `join`, and nothing reminds you. In Rust
//! `thread::scope` joins whatever was started inside it before it returns.

use std::thread;
use std::time::Duration;

fn main() {
    thread::scope(|s| {
        s.spawn(|| run("A"));
        s.spawn(|| run("B"));
    });
    println!("All threads done.");
}

fn run(name: &str) {
    println!("Task {name} starting...");
    thread::sleep(Duration::from_secs(1)); // as if waiting for a disk or a network
    println!("Task {name} finished.");
}
