//! Wrong: the arrivals are counted in eight bits, and main waits for the low eight bits of WAITERS; violates "every `waiting` before `set`" (WAITERS=256: `set` can come first; WAITERS=300: after 44).
use std::env;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::thread;

use anyhow::{Context, Result};

static HERE: AtomicU8 = AtomicU8::new(0);
static EVENT: AtomicBool = AtomicBool::new(false);

fn waiter(i: u32) {
    println!("waiting {i}");
    HERE.fetch_add(1, Ordering::SeqCst);
    while !EVENT.load(Ordering::SeqCst) {
        thread::yield_now();
    }
    println!("go {i}");
}

fn main() -> Result<()> {
    let waiters: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("WAITERS must be a whole number")?,
        None => 3,
    };

    let mut handles = Vec::new();
    for i in 0..waiters {
        handles.push(thread::spawn(move || waiter(i)));
    }
    while HERE.load(Ordering::SeqCst) != waiters as u8 {
        thread::yield_now();
    }
    println!("set");
    EVENT.store(true, Ordering::SeqCst);
    for h in handles {
        h.join().unwrap();
    }
    Ok(())
}
