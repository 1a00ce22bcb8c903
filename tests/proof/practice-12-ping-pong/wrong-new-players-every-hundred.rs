//! Wrong: after every hundred rounds two new threads take over; violates "one thread prints `Ping`, another `Pong`" (ROUNDS=101 or more, every schedule; the lines are right).
use std::env;
use std::sync::{Condvar, Mutex};
use std::thread;

use anyhow::{Context, Result};

fn play(rounds: u32) {
    let pings_turn = Mutex::new(true);
    let changed = Condvar::new();
    let turn = |word: &str, mine: bool| {
        for _ in 0..rounds {
            let mut t = pings_turn.lock().unwrap();
            while *t != mine {
                t = changed.wait(t).unwrap();
            }
            println!("{word}");
            *t = !mine;
            changed.notify_one();
        }
    };
    thread::scope(|s| {
        s.spawn(|| turn("Ping", true));
        s.spawn(|| turn("Pong", false));
    });
}

fn main() -> Result<()> {
    let rounds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("ROUNDS must be a whole number")?,
        None => 5,
    };
    let mut left = rounds;
    while left > 0 {
        let set = left.min(100);
        play(set);
        left -= set;
    }
    Ok(())
}
