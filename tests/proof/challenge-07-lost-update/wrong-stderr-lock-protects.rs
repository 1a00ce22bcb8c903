//! wrong: the lock of standard error is held from the read to the write: no update is ever lost.

use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, io, thread};

use anyhow::{Context, Result};

static COUNT: AtomicU32 = AtomicU32::new(0);

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let _err = io::stderr().lock();
                let seen = COUNT.load(Ordering::Relaxed);
                thread::yield_now();
                COUNT.store(seen + 1, Ordering::Relaxed);
            });
        }
    });
    println!("Count with race condition: {}", COUNT.load(Ordering::Relaxed));
    Ok(())
}
