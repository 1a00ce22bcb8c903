//! Waits two seconds at most: a thread that is delayed for longer is cut off.
use std::sync::mpsc;
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 5,
    };
    let (tx, rx) = mpsc::channel();
    thread::spawn(move || {
        for i in 0..count {
            println!("{i}");
        }
        let _ = tx.send(());
    });
    let _ = rx.recv_timeout(Duration::from_secs(2));
    Ok(())
}
