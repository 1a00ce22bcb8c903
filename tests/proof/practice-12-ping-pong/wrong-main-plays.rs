//! wrong: Ping is printed by main, not by a thread of its own.

use std::sync::mpsc;
use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let rounds: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("ROUNDS must be a whole number")?,
        None => 5,
    };
    let (to_pong, from_ping) = mpsc::channel();
    let (to_ping, from_pong) = mpsc::channel();
    let pong = thread::spawn(move || {
        for () in from_ping {
            println!("Pong");
            to_ping.send(()).unwrap();
        }
    });
    for _ in 0..rounds {
        println!("Ping");
        to_pong.send(()).unwrap();
        from_pong.recv().unwrap();
    }
    drop(to_pong);
    pong.join().unwrap();
    Ok(())
}
