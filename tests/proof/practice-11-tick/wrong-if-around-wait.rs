//! `if` where `while` belongs: a spurious wake-up of the condition variable ends main early.
use std::sync::{Condvar, Mutex};
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

static DONE: Mutex<bool> = Mutex::new(false);
static CHANGED: Condvar = Condvar::new();

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 5,
    };
    *DONE.lock().unwrap() = false;
    thread::spawn(move || {
        for _ in 0..2 * u64::from(seconds) {
            println!("Tick");
            thread::sleep(Duration::from_millis(500));
        }
        *DONE.lock().unwrap() = true;
        CHANGED.notify_one();
    });
    let done = DONE.lock().unwrap();
    if !*done {
        drop(CHANGED.wait(done).unwrap());
    }
    Ok(())
}
