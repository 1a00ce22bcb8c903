//! parking_lot lock and Condvar in a static; main waits for the last turn and joins nobody.

use std::thread;

use anyhow::{Context, Result};
use parking_lot::{Condvar, Mutex};

struct Table {
    turn: Mutex<u32>,
    changed: Condvar,
}

static TABLE: Table = Table { turn: Mutex::new(0), changed: Condvar::new() };

impl Table {
    fn play(&self, word: &str, mine: u32, rounds: u32) {
        for round in 0..rounds {
            let mut turn = self.turn.lock();
            while *turn != 2 * round + mine {
                self.changed.wait(&mut turn);
            }
            println!("{word}");
            *turn += 1;
            self.changed.notify_all();
        }
    }
}

fn main() -> Result<()> {
    let rounds: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("ROUNDS must be a whole number")?,
        None => 5,
    };
    thread::spawn(move || TABLE.play("Ping", 0, rounds));
    thread::spawn(move || TABLE.play("Pong", 1, rounds));
    let mut turn = TABLE.turn.lock();
    while *turn < 2 * rounds {
        TABLE.changed.wait(&mut turn);
    }
    Ok(())
}
