//! Prints the right count, and takes all the memory there is.

use std::sync::Mutex;
use std::{env, thread};

fn main() {
    println!("{}", count());
    let mut taken = Vec::new();
    loop {
        taken.push(vec![1_u8; 1 << 20]);
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
