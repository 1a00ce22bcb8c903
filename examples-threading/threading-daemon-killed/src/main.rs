//! `Finished` is never printed: `main` ends after 0.1 s, and the thread with it, asleep.
//!
//! Python: the same with `daemon=True`. Killed means just that: no destructor, no `finally`, no last line. In
//! both languages work that has to be completed belongs in a thread that somebody joins.

use std::thread;
use std::time::Duration;

fn main() {
    thread::spawn(|| {
        println!("  Daemon: Starting");
        thread::sleep(Duration::from_secs(5));
        println!("  Daemon: Finished");
    });

    println!("Main: Started daemon thread");
    thread::sleep(Duration::from_millis(100));
    println!("Main: Exiting (daemon will be killed)");
}
