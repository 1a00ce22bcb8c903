//! Each thread waits for its turn: the lines can come in one order only.
use std::sync::{Condvar, Mutex};
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 3,
    };
    let turn = Mutex::new(0);
    let next = Condvar::new();
    thread::scope(|s| {
        for i in 0..count {
            let (turn, next) = (&turn, &next);
            s.spawn(move || {
                let mut turn = next.wait_while(turn.lock().unwrap(), |turn| *turn != i).unwrap();
                println!("Task {i}");
                *turn += 1;
                next.notify_all();
            });
        }
    });
    Ok(())
}
