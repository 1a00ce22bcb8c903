//! One child prints all numbers (COUNT of 2 or more).
use anyhow::Context;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let count: u32 = match std::env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 2,
    };
    procspawn::spawn(count, |count| (0..count).for_each(|i| println!("{i}"))).join()?;
    Ok(())
}
