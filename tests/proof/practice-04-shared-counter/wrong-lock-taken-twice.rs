//! Read under the lock, written under the lock, but let go in between: a lost update.
use std::sync::{Arc, Mutex};
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a number")?,
        None => 5,
    };
    let counter = Arc::new(Mutex::new(0u32));
    let handles: Vec<_> = (0..threads)
        .map(|_| {
            let counter = counter.clone();
            thread::spawn(move || {
                let n = *counter.lock().unwrap();
                *counter.lock().unwrap() = n + 1;
            })
        })
        .collect();
    for h in handles {
        h.join().unwrap();
    }
    println!("{}", *counter.lock().unwrap());
    Ok(())
}
