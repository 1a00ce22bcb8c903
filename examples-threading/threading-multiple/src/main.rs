//! Start three threads, then join them all: run it a few times, and watch the order change.
//!
//! Python: a list of `Thread` objects and two loops; here, a `Vec` of handles. Joining inside the first loop
//! would run the threads one after the other. `println!` holds stdout for the whole line, so lines never run
//! into each other, as Python's can: `print` may write the text and the newline separately.

use std::thread;

fn main() {
    let threads: Vec<_> = (0..3).map(|i| thread::spawn(move || println!("Task {i} running"))).collect();

    for thread in threads {
        thread.join().unwrap();
    }
}
