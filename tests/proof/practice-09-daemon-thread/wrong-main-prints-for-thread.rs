//! The thread only sends a message every half second; main prints.
use std::sync::mpsc;
use std::time::{Duration, Instant};
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 2,
    };
    let end = Instant::now() + Duration::from_secs(seconds.into());
    let (tx, rx) = mpsc::channel();
    thread::spawn(move || {
        while tx.send("Running").is_ok() {
            thread::sleep(Duration::from_millis(500));
        }
    });
    while let Ok(line) = rx.recv_timeout(end.saturating_duration_since(Instant::now())) {
        println!("{line}");
    }
    Ok(())
}
