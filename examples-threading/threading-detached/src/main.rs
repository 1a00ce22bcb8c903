//! Two threads, one let go, one joined: only the joined one gets to print its line.
//!
//! Python: without `join` the main thread goes on, yet at the end the interpreter still waits for every
//! thread that is no daemon, so both lines would come. In Rust dropping the handle detaches the thread, and
//! nobody waits for it.

use std::thread;
use std::time::Duration;

fn main() {
    println!("main: starts a thread and lets it go");
    drop(thread::spawn(|| work("detached", Duration::from_secs(2))));

    println!("main: starts a thread and joins it");
    thread::spawn(|| work("joined", Duration::from_millis(100))).join().unwrap();

    println!("main: ends");
}

fn work(name: &str, time: Duration) {
    thread::sleep(time);
    println!("thread: {name}, finished");
}
