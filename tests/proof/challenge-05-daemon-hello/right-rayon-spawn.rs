//! rayon::spawn: the loop keeps one thread of the pool for itself.

use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("SECONDS must be a whole number")?,
        None => 3,
    };
    rayon::spawn(|| {
        loop {
            println!("Hello");
            sleep(Duration::from_secs(1));
        }
    });
    sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
