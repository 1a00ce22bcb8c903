//! Wrong: the thread sleeps before it looks whether there is anything to tick, so SECONDS=0 takes half a second; violates "the program ends between SECONDS-0.5 and SECONDS (punctual clock)" (SECONDS=0 only).
use std::env;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a whole number")?,
        None => 5,
    };

    let ticker = thread::spawn(move || {
        let ticks = 2 * u64::from(seconds);
        let mut done = 0;
        loop {
            thread::sleep(Duration::from_millis(500));
            if done < ticks {
                println!("Tick");
                done += 1;
            }
            if done >= ticks {
                break;
            }
        }
    });
    ticker.join().unwrap();
    Ok(())
}
