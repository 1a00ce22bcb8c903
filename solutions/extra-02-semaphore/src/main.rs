//! `free` counts the free places under a lock: a job takes one or waits until there is one, and gives it
//! back after its `end`. `wait_while` looks again after every wake-up, so a false alarm or a faster thread
//! does no harm.

use std::{env, thread};

use anyhow::{Context, Result, ensure};
use parking_lot::{Condvar, Mutex};

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let jobs: u32 = match args.next() {
        Some(arg) => arg.parse().context("JOBS must be a whole number")?,
        None => 6,
    };
    let limit: u32 = match args.next() {
        Some(arg) => arg.parse().context("LIMIT must be a whole number")?,
        None => 2,
    };
    ensure!(limit >= 1, "LIMIT must be at least 1");

    let free = &Mutex::new(limit);
    let freed = &Condvar::new();
    thread::scope(|s| {
        for i in 0..jobs {
            s.spawn(move || {
                let mut places = free.lock();
                freed.wait_while(&mut places, |places| *places == 0);
                *places -= 1;
                drop(places);

                println!("start {i}");
                println!("end {i}");

                *free.lock() += 1;
                freed.notify_one();
            });
        }
    });
    Ok(())
}
