//! COUNT is read as a u8: 1000 is refused.
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let count: u8 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 3,
    };
    thread::scope(|s| {
        for i in 0..count {
            s.spawn(move || println!("Task {i}"));
        }
    });
    Ok(())
}
