//! The thread says that it is done before the last tick: main may end without it.
use std::sync::mpsc;
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a number")?,
        None => 5,
    };
    let (done, wait) = mpsc::channel();
    thread::spawn(move || {
        for _ in 1..2 * u64::from(seconds) {
            println!("Tick");
            thread::sleep(Duration::from_millis(500));
        }
        let _ = done.send(());
        if seconds > 0 {
            println!("Tick");
        }
        drop(done);
    });
    wait.recv()?;
    Ok(())
}
