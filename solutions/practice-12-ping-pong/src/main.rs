//! The lock holds the word that comes next. A thread prints only while that is its own word and it has
//! the lock, so no schedule can break the turns; `wait_while` sleeps until then.

use std::sync::{Condvar, Mutex};
use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let rounds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("ROUNDS must be a whole number")?,
        None => 5,
    };

    let next = Mutex::new("Ping");
    let changed = Condvar::new();
    let play = |word, other| {
        for _ in 0..rounds {
            let mut next = changed.wait_while(next.lock().unwrap(), |next| *next != word).unwrap();
            println!("{word}");
            *next = other;
            changed.notify_one();
        }
    };
    thread::scope(|s| {
        s.spawn(|| play("Ping", "Pong"));
        s.spawn(|| play("Pong", "Ping"));
    });
    Ok(())
}
