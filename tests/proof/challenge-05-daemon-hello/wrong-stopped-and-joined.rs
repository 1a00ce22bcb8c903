//! wrong: a stop flag and a join: the daemon is waited for.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("SECONDS must be a whole number")?,
        None => 3,
    };
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = stop.clone();
    let daemon = thread::spawn(move || {
        while !stopped.load(Ordering::SeqCst) {
            println!("Hello");
            thread::sleep(Duration::from_secs(1));
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    stop.store(true, Ordering::SeqCst);
    daemon.join().unwrap();
    Ok(())
}
