//! A thread for each number, one after the other: the lines come from several threads (COUNT of 2 or more).
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 5,
    };
    for i in 0..count {
        thread::spawn(move || println!("{i}")).join().unwrap();
    }
    Ok(())
}
