//! An endless thread in the background: it dies when `main` returns, in the middle of its sleep.
//!
//! Python: `daemon=True` marks threads that must not keep the program alive, such as logging or monitoring;
//! for all others the interpreter waits at its end. In Rust there is no such mark: the process ends with
//! `main`, and every thread that nobody joins is a daemon.

use std::thread;
use std::time::Duration;

fn main() {
    thread::spawn(background_task);

    println!("Main thread sleeping for 5 seconds...");
    thread::sleep(Duration::from_secs(5));
    println!("Main thread exiting. Daemon thread will die now.");
}

fn background_task() {
    loop {
        println!("Daemon running...");
        thread::sleep(Duration::from_secs(2));
    }
}
