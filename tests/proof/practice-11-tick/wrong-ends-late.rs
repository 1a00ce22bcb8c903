//! Sleeps before the first and after the last tick: the program ends half a second late.
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
            thread::sleep(Duration::from_millis(500));
            println!("Tick");
        }
        thread::sleep(Duration::from_millis(500));
    });
    ticker.join().unwrap();
    Ok(())
}
