//! wrong: Ping leaves without the last reply: Pong panics when it sends into the closed channel.

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
    let ping = thread::spawn(move || {
        for round in 0..rounds {
            if round > 0 {
                from_pong.recv().unwrap();
            }
            println!("Ping");
            to_pong.send(()).unwrap();
        }
    });
    let pong = thread::spawn(move || {
        for () in from_ping {
            println!("Pong");
            to_ping.send(()).unwrap();
        }
    });
    let _ = ping.join();
    let _ = pong.join();
    Ok(())
}
