//! The background work is a child process that is killed at the end, not a thread.
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 2,
    };
    let _child = procspawn::spawn((), |()| {
        for _ in 0u64.. {
            println!("Running");
            thread::sleep(Duration::from_millis(500));
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
