//! A parking_lot Condvar with a deadline, waited for again after a spurious wake-up.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use parking_lot::{Condvar, Mutex};

fn main() -> Result<()> {
    let seconds: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("SECONDS must be a whole number")?,
        None => 3,
    };
    thread::spawn(|| {
        let (lock, never) = (Mutex::new(()), Condvar::new());
        let mut guard = lock.lock();
        let mut next = Instant::now();
        loop {
            println!("Hello");
            next += Duration::from_secs(1);
            while !never.wait_until(&mut guard, next).timed_out() {}
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
