//! wrong: the thread prints SECONDS lines and main joins it instead of sleeping.

use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("SECONDS must be a whole number")?,
        None => 3,
    };
    let greeter = thread::spawn(move || {
        for _ in 0..seconds {
            println!("Hello");
            thread::sleep(Duration::from_secs(1));
        }
    });
    greeter.join().unwrap();
    Ok(())
}
