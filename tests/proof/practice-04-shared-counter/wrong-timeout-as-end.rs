//! A second without a message counts as the end: a thread that is delayed for longer is not counted.
use std::sync::mpsc;
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a number")?,
        None => 5,
    };
    let (tx, rx) = mpsc::channel::<u32>();
    for _ in 0..threads {
        let tx = tx.clone();
        thread::spawn(move || {
            let _ = tx.send(1);
        });
    }
    drop(tx);
    let mut count = 0;
    while let Ok(one) = rx.recv_timeout(Duration::from_secs(1)) {
        count += one;
    }
    println!("{count}");
    Ok(())
}
