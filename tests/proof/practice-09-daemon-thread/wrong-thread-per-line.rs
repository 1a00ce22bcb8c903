//! A new thread for every line.
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
            thread::spawn(|| println!("Running"));
            thread::sleep(Duration::from_millis(500));
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
