//! wrong: a bad SECONDS is taken for 3.

use std::thread;
use std::time::Duration;

use anyhow::Result;

fn main() -> Result<()> {
    let seconds: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().unwrap_or(3),
        None => 3,
    };
    thread::spawn(|| {
        loop {
            println!("Hello");
            thread::sleep(Duration::from_secs(1));
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
