//! Main does not sleep but waits for the thread's messages about 2·SECONDS + 1 lines.
use std::sync::mpsc;
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 2,
    };
    let (tx, rx) = mpsc::channel();
    thread::spawn(move || {
        loop {
            println!("Running");
            let _ = tx.send(());
            thread::sleep(Duration::from_millis(500));
        }
    });
    for _ in 0..=2 * u64::from(seconds) {
        rx.recv()?;
    }
    Ok(())
}
