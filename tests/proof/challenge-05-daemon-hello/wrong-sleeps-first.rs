//! wrong: the thread sleeps before it prints: no Hello at once, and one line too few when main is quicker at the end.

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
            thread::sleep(Duration::from_secs(1));
            println!("Hello");
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
