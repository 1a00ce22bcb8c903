//! Two threads print every second, the second of them half a second later.
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 2,
    };
    for delay in [0, 500] {
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(delay));
            loop {
                println!("Running");
                thread::sleep(Duration::from_secs(1));
            }
        });
    }
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
