//! wrong: the sum is an i32: `2147483647 1` panics.

use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result};

fn add((a, b): (i32, i32)) -> i32 {
    eprintln!("add {a} {b}");
    sleep(Duration::from_millis(100));
    a + b
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
    println!("{}", procspawn::spawn((a, b), add).join()?);
    Ok(())
}
