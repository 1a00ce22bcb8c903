//! The handles are dropped without a join, which kills the children, often before they print.
use anyhow::Context;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let count: u32 = match std::env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 2,
    };
    let _children: Vec<_> = (0..count).map(|i| procspawn::spawn(i, |i| println!("{i}"))).collect();
    Ok(())
}
