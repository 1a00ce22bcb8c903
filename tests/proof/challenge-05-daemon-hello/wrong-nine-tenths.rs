//! wrong: sleeps 900 ms between the lines: too many from SECONDS=9 on.

use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("SECONDS must be a whole number")?,
        None => 3,
    };
    thread::spawn(|| {
        loop {
            println!("Hello");
            thread::sleep(Duration::from_millis(900));
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
