//! Nobody keeps the handle, so nobody waits: when main ends, the program ends, and the endless thread
//! with it. Every Rust thread is a daemon until it is joined.

use std::time::Duration;
use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a whole number")?,
        None => 2,
    };

    thread::spawn(|| {
        loop {
            println!("Running");
            thread::sleep(Duration::from_millis(500));
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
