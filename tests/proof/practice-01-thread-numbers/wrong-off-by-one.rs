//! Counts from 1 to COUNT in place of 0..COUNT.
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 5,
    };
    let t = thread::spawn(move || (1..=count).for_each(|i| println!("{i}")));
    t.join().unwrap();
    Ok(())
}
