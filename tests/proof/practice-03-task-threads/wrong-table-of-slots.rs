//! A table of 16 slots for the handles: from the 17th thread on one is overwritten, and its thread is not waited for.
use std::env;
use std::sync::Mutex;
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};

const SLOTS: usize = 16;
static TABLE: [Mutex<Option<JoinHandle<()>>>; SLOTS] = [const { Mutex::new(None) }; SLOTS];

fn start(i: u32) {
    let handle = thread::spawn(move || println!("Task {i}"));
    *TABLE[i as usize % SLOTS].lock().unwrap() = Some(handle);
}

fn join_all() {
    for slot in &TABLE {
        let handle = slot.lock().unwrap().take();
        if let Some(handle) = handle {
            handle.join().unwrap();
        }
    }
}

fn main() -> Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 3,
    };

    let mut i = 0;
    while i < count {
        start(i);
        i += 1;
    }
    join_all();
    Ok(())
}
