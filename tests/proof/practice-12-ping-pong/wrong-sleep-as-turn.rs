//! wrong: sleeping as synchronisation: any delay of one thread breaks the turns.

use std::thread::{self, sleep};
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let rounds: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("ROUNDS must be a whole number")?,
        None => 5,
    };
    let ping = thread::spawn(move || {
        for _ in 0..rounds {
            println!("Ping");
            sleep(Duration::from_millis(100));
        }
    });
    let pong = thread::spawn(move || {
        sleep(Duration::from_millis(50));
        for _ in 0..rounds {
            println!("Pong");
            sleep(Duration::from_millis(100));
        }
    });
    ping.join().unwrap();
    pong.join().unwrap();
    Ok(())
}
