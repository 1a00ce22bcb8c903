//! SECONDS is checked and then ignored: always ten ticks.
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    if let Some(arg) = env::args().nth(1) {
        arg.parse::<u32>().context("SECONDS must be a number")?;
    }
    let ticker = thread::spawn(|| {
        for _ in 0..10 {
            println!("Tick");
            thread::sleep(Duration::from_millis(500));
        }
    });
    ticker.join().unwrap();
    Ok(())
}
