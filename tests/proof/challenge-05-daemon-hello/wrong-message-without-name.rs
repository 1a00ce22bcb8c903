//! wrong: the message for a bad argument does not say SECONDS.

use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("it must be a whole number")?,
        None => 3,
    };
    thread::spawn(|| {
        loop {
            println!("Hello");
            thread::sleep(Duration::from_secs(1));
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
