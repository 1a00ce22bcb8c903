//! Main stops the thread after SECONDS and joins it: how many ticks there are depends on the schedule.
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

static STOP: AtomicBool = AtomicBool::new(false);

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 5,
    };
    STOP.store(false, SeqCst);
    let ticker = thread::spawn(|| {
        while !STOP.load(SeqCst) {
            println!("Tick");
            thread::sleep(Duration::from_millis(500));
        }
    });
    thread::sleep(Duration::from_millis((1000 * u64::from(seconds)).saturating_sub(100)));
    STOP.store(true, SeqCst);
    ticker.join().unwrap();
    Ok(())
}
