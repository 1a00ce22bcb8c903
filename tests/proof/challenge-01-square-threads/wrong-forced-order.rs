//! wrong: each thread waits for its turn: only one order is possible.

use std::sync::{Condvar, Mutex};
use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("COUNT must be a whole number")?,
        None => 5,
    };
    let next = Mutex::new(1);
    let changed = Condvar::new();
    thread::scope(|s| {
        for i in 1..=u64::from(count) {
            let (next, changed) = (&next, &changed);
            s.spawn(move || {
                let mut next = changed.wait_while(next.lock().unwrap(), |next| *next != i).unwrap();
                println!("{}", i * i);
                *next += 1;
                changed.notify_all();
            });
        }
    });
    Ok(())
}
