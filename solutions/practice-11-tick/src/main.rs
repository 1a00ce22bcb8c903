//! The thread counts its ticks instead of watching a clock, so their number is exact however late a
//! sleep wakes up.

use std::time::Duration;
use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a whole number")?,
        None => 5,
    };

    let thread = thread::spawn(move || {
        for _ in 0..2 * u64::from(seconds) {
            println!("Tick");
            thread::sleep(Duration::from_millis(500));
        }
    });
    thread.join().unwrap();
    Ok(())
}
