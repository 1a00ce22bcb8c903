//! THREADS is read as an i64: `-1` and numbers above u32::MAX are not refused as bad.
use std::sync::Mutex;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let threads: i64 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a number")?,
        None => 5,
    };
    let counter = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..threads.min(1000) {
            s.spawn(|| *counter.lock().unwrap() += 1);
        }
    });
    println!("{}", counter.lock().unwrap());
    Ok(())
}
