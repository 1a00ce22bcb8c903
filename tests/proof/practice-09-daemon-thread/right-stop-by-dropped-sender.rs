//! recv_timeout is the clock; main's end drops the sender, but nobody waits for the thread to notice.
use std::sync::mpsc::{self, RecvTimeoutError::Timeout};
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 2,
    };
    let (_alive, is_alive) = mpsc::channel::<()>();
    thread::spawn(move || {
        println!("Running");
        while is_alive.recv_timeout(Duration::from_millis(500)) == Err(Timeout) {
            println!("Running");
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
