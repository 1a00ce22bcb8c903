//! Wrong: for SECONDS=0 main waits until the thread has printed its first line; violates "the thread is never waited for" (SECONDS=0, every schedule on which the thread is slow).
use std::env;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a whole number")?,
        None => 2,
    };

    let (first, seen) = mpsc::channel();
    thread::spawn(move || {
        loop {
            println!("Running");
            let _ = first.send(());
            thread::sleep(Duration::from_millis(500));
        }
    });
    if seconds == 0 {
        // let it say at least one word
        seen.recv()?;
    }
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
