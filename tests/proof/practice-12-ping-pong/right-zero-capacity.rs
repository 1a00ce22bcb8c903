//! Rendezvous over crossbeam channels that hold nothing, named threads, a locked stdout.

use std::io::{self, Write};
use std::thread;

use anyhow::{Context, Result};
use crossbeam_channel::bounded;

fn say(word: &str) {
    let mut out = io::stdout().lock();
    out.write_all(word.as_bytes()).unwrap();
}

fn main() -> Result<()> {
    let rounds: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("ROUNDS must be a whole number")?,
        None => 5,
    };
    let (over, net) = bounded(0);
    let (back, home) = bounded(0);
    let ping = thread::Builder::new().name("ping".into()).spawn(move || {
        for _ in 0..rounds {
            say("Ping\n");
            over.send(()).unwrap();
            home.recv().unwrap();
        }
    })?;
    let pong = thread::Builder::new().name("pong".into()).spawn(move || {
        while net.recv().is_ok() {
            say("Pong\n");
            back.send(()).unwrap();
        }
    })?;
    for player in [ping, pong] {
        player.join().unwrap();
    }
    Ok(())
}
