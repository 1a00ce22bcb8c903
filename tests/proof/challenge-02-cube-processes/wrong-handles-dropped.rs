//! wrong: the handles are dropped after a sleep in place of a join: a slow child is killed before it prints.

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
    let children: Vec<_> = (1..=u64::from(count)).map(|i| procspawn::spawn(i, cube)).collect();
    std::thread::sleep(std::time::Duration::from_millis(500));
    drop(children);
    Ok(())
}
