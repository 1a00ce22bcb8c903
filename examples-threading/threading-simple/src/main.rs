//! Start one thread and wait for it: `spawn` starts a function, `join` blocks until it has returned.
//!
//! Python: `t.start()`, then `t.join()`. In Rust `join` takes the handle for good, so nobody can join twice,
//! and gives a `Result`: `Err` if the thread panicked. `unwrap` passes that panic on; Python would print the
//! exception and go on.

use std::thread;

fn main() {
    let thread = thread::spawn(print_numbers);
    thread.join().unwrap();
}

fn print_numbers() {
    for i in 0..5 {
        println!("Thread: {i}");
    }
}
