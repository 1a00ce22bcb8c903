//! Wrong: the last thread only tries the lock, as it believes all others to be done.
use std::sync::Mutex;
use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let count = &Mutex::new(0);
    thread::scope(|s| {
        for i in 0..threads {
            s.spawn(move || {
                if i + 1 < threads {
                    *count.lock().unwrap() += 1;
                } else if let Ok(mut count) = count.try_lock() {
                    *count += 1;
                }
            });
        }
    });
    println!("Count safe: {}", count.lock().unwrap());
    Ok(())
}
