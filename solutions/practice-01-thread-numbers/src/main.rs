//! One thread prints all the numbers, so they come in order. `join` makes main wait: a Rust program
//! ends with its main, whatever its other threads are doing.

use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 5,
    };

    let thread = thread::spawn(move || {
        for i in 0..count {
            println!("{i}");
        }
    });
    thread.join().unwrap();
    Ok(())
}
