//! A thread is no process.
use std::{env, thread};

fn main() {
    let city = env::args().nth(1).unwrap_or("Bangalore".to_string());
    thread::spawn(move || println!("{city}")).join().unwrap();
}
