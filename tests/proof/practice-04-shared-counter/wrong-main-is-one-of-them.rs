//! Main adds one of the 1s itself: THREADS - 1 threads.
use std::sync::Mutex;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a number")?,
        None => 5,
    };
    let counter = Mutex::new(0);
    thread::scope(|s| {
        for _ in 1..threads {
            s.spawn(|| *counter.lock().unwrap() += 1);
        }
        if threads > 0 {
            *counter.lock().unwrap() += 1;
        }
    });
    println!("{}", counter.lock().unwrap());
    Ok(())
}
