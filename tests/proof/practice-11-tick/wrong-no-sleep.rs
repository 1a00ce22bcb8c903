//! All ticks at once, then one long sleep.
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 5,
    };
    let ticker = thread::spawn(move || {
        for _ in 0..2 * u64::from(seconds) {
            println!("Tick");
        }
        thread::sleep(Duration::from_secs(seconds.into()));
    });
    ticker.join().unwrap();
    Ok(())
}
