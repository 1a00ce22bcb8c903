//! wrong: a thread adds, not a child process.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let a: i32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("A must be a whole number")?,
        None => 5,
    };
    let b: i32 = match std::env::args().nth(2) {
        Some(text) => text.parse().context("B must be a whole number")?,
        None => 7,
    };
    let (queue, sums) = mpsc::channel();
    thread::spawn(move || {
        eprintln!("add {a} {b}");
        thread::sleep(Duration::from_millis(100));
        queue.send(i64::from(a) + i64::from(b)).unwrap();
    });
    println!("{}", sums.recv()?);
    Ok(())
}
