//! Reads under a read lock and writes under a later write lock: a lost update.
use std::sync::RwLock;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a number")?,
        None => 5,
    };
    let counter = RwLock::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                let next = *counter.read().unwrap() + 1;
                *counter.write().unwrap() = next;
            });
        }
    });
    println!("{}", counter.read().unwrap());
    Ok(())
}
