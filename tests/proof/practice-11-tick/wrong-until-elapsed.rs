//! Ticks until the time is over: a thread that is delayed makes fewer ticks.
use std::time::{Duration, Instant};
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 5,
    };
    let ticker = thread::spawn(move || {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(seconds.into()) {
            println!("Tick");
            thread::sleep(Duration::from_millis(500));
        }
    });
    ticker.join().unwrap();
    Ok(())
}
