//! Each side waits, under the buffer's lock, until its own condition holds, then changes the buffer, prints
//! and wakes the other side before the lock goes. `wait_while` looks again after every wake-up, and the
//! lock leaves no gap to miss one in.

use std::collections::VecDeque;
use std::{env, thread};

use anyhow::{Context, Result, ensure};
use parking_lot::{Condvar, Mutex};

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let capacity: u32 = match args.next() {
        Some(arg) => arg.parse().context("CAPACITY must be a whole number")?,
        None => 2,
    };
    let items: u32 = match args.next() {
        Some(arg) => arg.parse().context("ITEMS must be a whole number")?,
        None => 6,
    };
    ensure!(capacity >= 1, "CAPACITY must be at least 1");

    let buffer = Mutex::new(VecDeque::new());
    let not_full = Condvar::new();
    let not_empty = Condvar::new();
    thread::scope(|s| {
        s.spawn(|| {
            for i in 0..items {
                let mut buffer = buffer.lock();
                not_full.wait_while(&mut buffer, |buffer| buffer.len() == capacity as usize);
                buffer.push_back(i);
                println!("put {i}");
                not_empty.notify_one();
            }
        });
        s.spawn(|| {
            for _ in 0..items {
                let mut buffer = buffer.lock();
                not_empty.wait_while(&mut buffer, |buffer| buffer.is_empty());
                let i = buffer.pop_front().expect("the buffer is not empty");
                println!("got {i}");
                not_full.notify_one();
            }
        });
    });
    Ok(())
}
