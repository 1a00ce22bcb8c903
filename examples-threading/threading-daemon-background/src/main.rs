//! A function that never returns, as the background thread: its type says so with `-> !`.
//!
//! Python: a non-daemon thread with such a loop keeps the program alive for ever. In Rust it would take a
//! `join` to do that, and the type warns you: the handle is a `JoinHandle<!>`, a result that never comes.

use std::thread;
use std::time::Duration;

fn main() {
    thread::spawn(background_task);

    thread::sleep(Duration::from_secs(3));
    println!("Main program exits");
}

fn background_task() -> ! {
    loop {
        println!("Background task is running...");
        thread::sleep(Duration::from_secs(1));
    }
}
