//! The thread starts before SECONDS is checked: with a bad one (`x`) `Running` may be printed first.
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    thread::spawn(|| {
        loop {
            println!("Running");
            thread::sleep(Duration::from_millis(500));
        }
    });
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 2,
    };
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
