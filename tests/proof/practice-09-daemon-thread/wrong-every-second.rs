//! A line every second.
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
            println!("Running");
            thread::sleep(Duration::from_secs(1));
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
