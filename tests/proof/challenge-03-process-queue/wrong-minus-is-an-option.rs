//! wrong: arguments that start with a dash are taken for options and skipped: `-5 7` adds 7 and 7.

use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result};

fn add((a, b): (i32, i32)) -> i64 {
    eprintln!("add {a} {b}");
    sleep(Duration::from_millis(100));
    i64::from(a) + i64::from(b)
}

fn main() -> Result<()> {
    procspawn::init();
    let a: i32 = match std::env::args().filter(|arg| !arg.starts_with('-')).nth(1) {
        Some(text) => text.parse().context("A must be a whole number")?,
        None => 5,
    };
    let b: i32 = match std::env::args().filter(|arg| !arg.starts_with('-')).nth(2) {
        Some(text) => text.parse().context("B must be a whole number")?,
        None => 7,
    };
    println!("{}", procspawn::spawn((a, b), add).join()?);
    Ok(())
}
