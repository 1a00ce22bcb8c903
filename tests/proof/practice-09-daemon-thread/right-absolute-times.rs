//! The thread sleeps until the next multiple of half a second, so that it never drifts.
use std::time::{Duration, Instant};
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 2,
    };
    thread::spawn(|| {
        let mut next = Instant::now();
        loop {
            println!("Running");
            next += Duration::from_millis(500);
            thread::sleep(next.saturating_duration_since(Instant::now()));
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
