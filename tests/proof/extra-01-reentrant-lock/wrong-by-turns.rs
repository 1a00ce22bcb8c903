//! Wrong: the threads take turns line by line; the lines look right, but neither thread runs through its levels.
use std::sync::{Condvar, Mutex};
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let depth: u64 = match env::args().nth(1) {
        Some(arg) => arg.parse::<u32>().context("DEPTH must be a number")?.into(),
        None => 3,
    };
    let (next, turn) = (&Mutex::new(0), &Condvar::new());
    thread::scope(|s| {
        for me in 0..2 {
            s.spawn(move || {
                for line in (me..2 * (depth + 1)).step_by(2) {
                    let mut next = turn.wait_while(next.lock().unwrap(), |next| *next != line).unwrap();
                    println!("depth {}", line % (depth + 1));
                    *next += 1;
                    turn.notify_all();
                }
            });
        }
    });
    Ok(())
}
