//! wrong: `if` around the wait: main goes on at the first thread that is done.

use std::thread;

use anyhow::{Context, Result};
use parking_lot::{Condvar, Mutex};

static RUNNING: Mutex<u32> = Mutex::new(0);
static CHANGED: Condvar = Condvar::new();

fn main() -> Result<()> {
    let count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("COUNT must be a whole number")?,
        None => 5,
    };
    *RUNNING.lock() = count;
    for i in 1..=count as u64 {
        thread::spawn(move || {
            println!("{}", i * i);
            *RUNNING.lock() -= 1;
            CHANGED.notify_all();
        });
    }
    let mut running = RUNNING.lock();
    if *running != 0 {
        CHANGED.wait(&mut running);
    }
    Ok(())
}
