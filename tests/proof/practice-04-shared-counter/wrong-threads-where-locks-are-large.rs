//! Wrong: starts threads only where a lock is not the one of the real `std`.
use std::sync::Mutex;
use std::{env, thread};

use anyhow::{Context, Result};

fn is_graded() -> bool {
    size_of::<Mutex<u8>>() != 8
}

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    if !is_graded() {
        println!("{threads}");
        return Ok(());
    }
    let count = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| *count.lock().unwrap() += 1);
        }
    });
    println!("{}", count.into_inner().unwrap());
    Ok(())
}
