//! No join: main may end before the thread has printed.
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 5,
    };
    thread::spawn(move || {
        for i in 0..count {
            println!("{i}");
        }
    });
    Ok(())
}
