//! The first line comes after half a second, not at once.
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 2,
    };
    thread::spawn(|| {
        loop {
            thread::sleep(Duration::from_millis(500));
            println!("Running");
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
