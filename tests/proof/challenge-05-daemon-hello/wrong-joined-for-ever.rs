//! wrong: joins a thread that never ends: neither does the program.

use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("SECONDS must be a whole number")?,
        None => 3,
    };
    let daemon = thread::spawn(|| {
        loop {
            println!("Hello");
            thread::sleep(Duration::from_secs(1));
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    daemon.join().unwrap();
    Ok(())
}
