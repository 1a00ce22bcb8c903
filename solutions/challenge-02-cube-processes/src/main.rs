//! `collect` starts every child before the loop waits for the first, and the loop waits for all of them.
//! `u128` holds the cube of every `u32`.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    procspawn::init();
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 3,
    };

    let children: Vec<_> =
        (1..=count).map(|i| procspawn::spawn(i, |i| println!("{}", u128::from(i).pow(3)))).collect();
    for child in children {
        child.join()?;
    }
    Ok(())
}
