//! Wrong: the thread prints 200 numbers at most and main prints the rest; violates "all from one thread that is not main", for COUNT above 200 only.
use std::env;
use std::thread;

use anyhow::{Context, Result};

fn print_range(from: u32, to: u32) {
    for i in from..to {
        println!("{i}");
    }
}

fn main() -> Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 5,
    };
    let first = count.min(200);
    let t = thread::spawn(move || print_range(0, first));
    t.join().expect("thread");
    print_range(first, count);
    Ok(())
}
