//! Wrong: for COUNT=1 main prints the 0 itself; violates "all from one thread that is not main" (COUNT=1, every schedule).
use std::env;
use std::thread;

use anyhow::{Context, Result};

fn numbers(count: u32) {
    let mut i = 0;
    while i < count {
        println!("{}", i);
        i += 1;
    }
}

fn main() -> Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 5,
    };
    if count <= 1 {
        // not worth a thread
        numbers(count);
        return Ok(());
    }
    let handle = thread::spawn(move || numbers(count));
    handle.join().unwrap();
    Ok(())
}
