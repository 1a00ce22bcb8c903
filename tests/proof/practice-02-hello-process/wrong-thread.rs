//! A thread is no process.
use std::thread;

fn main() {
    thread::spawn(|| println!("Hello Process")).join().unwrap();
}
