//! A flag stops the thread, and the end of the scope waits for it.
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 2,
    };
    let stop = AtomicBool::new(false);
    thread::scope(|s| {
        s.spawn(|| {
            while !stop.load(Relaxed) {
                println!("Running");
                thread::sleep(Duration::from_millis(500));
            }
        });
        thread::sleep(Duration::from_secs(seconds.into()));
        stop.store(true, Relaxed);
    });
    Ok(())
}
