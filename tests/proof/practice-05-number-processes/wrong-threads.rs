//! Threads are no processes.
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 2,
    };
    thread::scope(|s| {
        for i in 0..count {
            s.spawn(move || println!("{i}"));
        }
    });
    Ok(())
}
