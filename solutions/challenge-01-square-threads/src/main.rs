//! Every thread is started inside the scope, and the scope ends only when all of them have: no line is
//! lost, and nobody waits before the last thread is on its way. `u64` holds the square of every `u32`.

use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 5,
    };

    thread::scope(|s| {
        for i in 1..=count {
            s.spawn(move || println!("{}", u64::from(i).pow(2)));
        }
    });
    Ok(())
}
