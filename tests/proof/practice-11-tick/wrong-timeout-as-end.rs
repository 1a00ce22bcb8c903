//! A second and a half without a message counts as the end: a thread that is delayed for longer is cut off.
use std::sync::mpsc;
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 5,
    };
    let (tx, rx) = mpsc::channel();
    thread::spawn(move || {
        for _ in 0..2 * u64::from(seconds) {
            println!("Tick");
            let _ = tx.send(());
            thread::sleep(Duration::from_millis(500));
        }
    });
    while rx.recv_timeout(Duration::from_millis(1500)).is_ok() {}
    Ok(())
}
