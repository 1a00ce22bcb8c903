//! Two ticks at a time, every second: not half a second apart.
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 5,
    };
    let ticker = thread::spawn(move || {
        for _ in 0..seconds {
            println!("Tick");
            println!("Tick");
            thread::sleep(Duration::from_secs(1));
        }
    });
    ticker.join().unwrap();
    Ok(())
}
