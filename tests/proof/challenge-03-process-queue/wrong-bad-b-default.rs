//! wrong: a bad B is taken for 7.

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
    let a: i32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("A must be a whole number")?,
        None => 5,
    };
    let b: i32 = match std::env::args().nth(2) {
        Some(text) => text.parse().unwrap_or(7),
        None => 7,
    };
    println!("{}", procspawn::spawn((a, b), add).join()?);
    Ok(())
}
