//! Ticks at 0 and at SECONDS: one more than 2·SECONDS.
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 5,
    };
    let ticker = thread::spawn(move || {
        println!("Tick");
        for _ in 0..2 * u64::from(seconds) {
            thread::sleep(Duration::from_millis(500));
            println!("Tick");
        }
    });
    ticker.join().unwrap();
    Ok(())
}
