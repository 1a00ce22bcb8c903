//! What the child's function returns is sent to the parent, and `join` waits for it: `spawn` and `join`
//! together are the queue. An `i64` holds the sum of any two `i32`.

use std::time::Duration;
use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    procspawn::init();
    let mut args = env::args().skip(1);
    let a: i32 = match args.next() {
        Some(arg) => arg.parse().context("A must be a whole number")?,
        None => 5,
    };
    let b: i32 = match args.next() {
        Some(arg) => arg.parse().context("B must be a whole number")?,
        None => 7,
    };

    let sum = procspawn::spawn((a, b), add).join()?;
    println!("{sum}");
    Ok(())
}

fn add((a, b): (i32, i32)) -> i64 {
    eprintln!("add {a} {b}");
    thread::sleep(Duration::from_millis(100));
    i64::from(a) + i64::from(b)
}
