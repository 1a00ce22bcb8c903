//! Wrong: the loop runs over all values of a u8 instead of for ever, so it falls silent after 256 lines; violates "2·SECONDS lines, or one more" (SECONDS=129 or more, punctual clock).
use std::env;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a whole number")?,
        None => 2,
    };

    thread::spawn(|| {
        for _ in 0..=u8::MAX {
            println!("Running");
            thread::sleep(Duration::from_millis(500));
        }
    });
    thread::sleep(Duration::from_secs(seconds as u64));
    Ok(())
}
