//! All threads are started in the loop, and the scope waits for all of them where it ends.

use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 3,
    };

    thread::scope(|s| {
        for i in 0..count {
            s.spawn(move || println!("Hello from thread {i}"));
        }
    });
    Ok(())
}
