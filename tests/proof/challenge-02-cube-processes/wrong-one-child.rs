//! wrong: one child prints all the cubes.

use anyhow::{Context, Result};

fn cubes(count: u64) {
    for i in 1..=count {
        println!("{}", i * i * i);
    }
}

fn main() -> Result<()> {
    procspawn::init();
    let count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("COUNT must be a whole number")?,
        None => 3,
    };
    procspawn::spawn(u64::from(count), cubes).join()?;
    Ok(())
}
