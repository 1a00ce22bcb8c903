//! A latch of Mutex and Condvar; wait_while takes care of spurious wake-ups.
use std::sync::{Condvar, Mutex};
use std::{env, thread};

use anyhow::Context;

static PRINTED: Mutex<u32> = Mutex::new(0);
static CHANGED: Condvar = Condvar::new();

fn task(i: u32) {
    println!("Task {i}");
    *PRINTED.lock().unwrap() += 1;
    CHANGED.notify_one();
}

fn main() -> anyhow::Result<()> {
    let count = env::args().nth(1).map(|a| a.parse()).transpose().context("COUNT")?.unwrap_or(3);
    *PRINTED.lock().unwrap() = 0;
    for i in 0..count {
        thread::spawn(move || task(i));
    }
    drop(CHANGED.wait_while(PRINTED.lock().unwrap(), |printed| *printed < count).unwrap());
    Ok(())
}
