//! wrong: a pool of two: from COUNT=3 on a child prints more than one line.

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
    let pool = procspawn::Pool::new(2)?;
    let children: Vec<_> = (1..=u64::from(count)).map(|i| pool.spawn(i, cube)).collect();
    for child in children {
        child.join()?;
    }
    Ok(())
}
