//! wrong: the parent waits for two seconds at most: a child that is delayed longer is an error.

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
        Some(text) => text.parse().context("B must be a whole number")?,
        None => 7,
    };
    let mut child = procspawn::spawn((a, b), add);
    println!("{}", child.join_timeout(Duration::from_secs(2))?);
    Ok(())
}
