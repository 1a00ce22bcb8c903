//! The barrier lets main go on only when every waiter has printed `waiting`. The event is a `bool` under a
//! lock: whoever comes after it was set does not wait, whoever came before is woken, so nobody is left
//! behind.

use std::sync::Barrier;
use std::{env, thread};

use anyhow::{Context, Result};
use parking_lot::{Condvar, Mutex};

fn main() -> Result<()> {
    let waiters: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("WAITERS must be a whole number")?,
        None => 3,
    };

    let all_waiting = &Barrier::new(waiters as usize + 1); // main is the one more
    let event = &Mutex::new(false);
    let changed = &Condvar::new();
    thread::scope(|s| {
        for i in 0..waiters {
            s.spawn(move || {
                println!("waiting {i}");
                all_waiting.wait();
                changed.wait_while(&mut event.lock(), |set| !*set);
                println!("go {i}");
            });
        }
        all_waiting.wait();
        println!("set");
        *event.lock() = true;
        changed.notify_all();
    });
    Ok(())
}
