//! The children count from 1.
use anyhow::Context;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let count: u32 = match std::env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 2,
    };
    let children: Vec<_> = (1..=count).map(|i| procspawn::spawn(i, |i| println!("{i}"))).collect();
    for child in children {
        child.join()?;
    }
    Ok(())
}
