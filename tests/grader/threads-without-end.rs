//! Prints the right count, and starts threads without end.

use std::sync::Mutex;
use std::time::Duration;
use std::{env, thread};

fn main() {
    println!("{}", count());
    loop {
        // Where the system refuses, it tries again.
        drop(thread::Builder::new().spawn(|| thread::sleep(Duration::from_secs(1000))));
    }
}

/// A right answer, as a disguise.
fn count() -> u32 {
    let threads: u32 = env::args().nth(1).map_or(5, |arg| arg.parse().expect("THREADS"));
    let counter = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| *counter.lock().unwrap() += 1);
        }
    });
    counter.into_inner().unwrap()
}
