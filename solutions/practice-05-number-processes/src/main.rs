//! `collect` has started every child before the loop waits for the first one: the list is what makes
//! them run at once.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    procspawn::init(); // a child starts here, runs its function, and goes no further

    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 2,
    };

    let children: Vec<_> = (0..count).map(|i| procspawn::spawn(i, |i| println!("{i}"))).collect();
    for child in children {
        child.join()?;
    }
    Ok(())
}
