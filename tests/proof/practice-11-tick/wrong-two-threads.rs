//! Two threads tick every second, the second of them half a second later.
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 5,
    };
    thread::scope(|s| {
        for delay in [0, 500] {
            s.spawn(move || {
                for tick in 0..seconds {
                    let wait = if tick == 0 { delay } else { 1000 };
                    thread::sleep(Duration::from_millis(wait));
                    println!("Tick");
                }
            });
        }
    });
    Ok(())
}
