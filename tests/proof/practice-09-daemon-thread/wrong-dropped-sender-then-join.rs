//! The thread hears of the end at once, but main still waits for it.
use std::sync::mpsc::{self, RecvTimeoutError::Timeout};
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 2,
    };
    let (alive, is_alive) = mpsc::channel::<()>();
    let handle = thread::spawn(move || {
        println!("Running");
        while is_alive.recv_timeout(Duration::from_millis(500)) == Err(Timeout) {
            println!("Running");
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    drop(alive);
    handle.join().unwrap();
    Ok(())
}
