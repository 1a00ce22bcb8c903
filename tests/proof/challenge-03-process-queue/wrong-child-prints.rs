//! wrong: the child prints the sum itself, nothing is sent to the parent.

use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result};

fn add((a, b): (i32, i32)) {
    eprintln!("add {a} {b}");
    sleep(Duration::from_millis(100));
    println!("{}", i64::from(a) + i64::from(b));
}

fn main() -> Result<()> {
    procspawn::init();
    let a: i32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("A must be a whole number")?,
        None => 5,
    };
    let b: i32 = match std::env::args().nth(2) {
        Some(text) => text.parse().context("B must be a whole number")?,
        None => 7,
    };
    procspawn::spawn((a, b), add).join()?;
    Ok(())
}
