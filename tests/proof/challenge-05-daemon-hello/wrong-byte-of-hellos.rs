//! Wrong: "SECONDS lines, or one more" fails for SECONDS above 256, since the thread counts its greetings in a byte and is silent after the 256th.

use std::env;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a whole number")?,
        None => 3,
    };

    thread::spawn(|| {
        // A background thread has no end of its own.
        for _greeting in 0..=u8::MAX {
            println!("Hello");
            thread::sleep(Duration::from_secs(1));
        }
    });
    thread::sleep(Duration::from_secs(u64::from(seconds)));
    Ok(())
}
