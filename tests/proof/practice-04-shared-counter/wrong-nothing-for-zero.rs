//! THREADS=0 prints nothing where `0` belongs.
use std::sync::Mutex;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a number")?,
        None => 5,
    };
    if threads == 0 {
        return Ok(());
    }
    let counter = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| *counter.lock().unwrap() += 1);
        }
    });
    println!("{}", counter.lock().unwrap());
    Ok(())
}
