//! crossbeam's tick channel is the clock: the first tick after half a second, the last at SECONDS.
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;
use crossbeam_channel::tick;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 5,
    };
    let ticker = thread::Builder::new().name("ticker".into()).spawn(move || {
        let clock = tick(Duration::from_millis(500));
        for _ in clock.iter().take(2 * seconds as usize) {
            println!("Tick");
        }
    })?;
    ticker.join().expect("the ticker does not panic");
    Ok(())
}
