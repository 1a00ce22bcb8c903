//! wrong: each child is joined before the next is started: never at once.

use anyhow::{Context, Result};

fn cube(i: u64) {
    println!("{}", i * i * i);
}

fn main() -> Result<()> {
    procspawn::init();
    let count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("COUNT must be a whole number")?,
        None => 3,
    };
    for i in 1..=u64::from(count) {
        procspawn::spawn(i, cube).join()?;
    }
    Ok(())
}
