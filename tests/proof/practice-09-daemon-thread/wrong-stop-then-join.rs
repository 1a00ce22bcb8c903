//! Main gives a stop signal and then joins: the thread is waited for.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 2,
    };
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = stop.clone();
    let handle = thread::spawn(move || {
        while !stopped.load(SeqCst) {
            println!("Running");
            thread::sleep(Duration::from_millis(500));
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    stop.store(true, SeqCst);
    handle.join().unwrap();
    Ok(())
}
