//! Each child is waited for before the next is started: never two at once.
use anyhow::Context;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let count: u32 = match std::env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 2,
    };
    for i in 0..count {
        procspawn::spawn(i, |i| println!("{i}")).join()?;
    }
    Ok(())
}
