//! `if` where `while` belongs: a spurious wake-up of the condition variable ends main early.
use std::sync::{Arc, Condvar, Mutex};
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 5,
    };
    let pair = Arc::new((Mutex::new(false), Condvar::new()));
    let pair2 = pair.clone();
    thread::spawn(move || {
        for i in 0..count {
            println!("{i}");
        }
        *pair2.0.lock().unwrap() = true;
        pair2.1.notify_one();
    });
    let done = pair.0.lock().unwrap();
    if !*done {
        drop(pair.1.wait(done).unwrap());
    }
    Ok(())
}
