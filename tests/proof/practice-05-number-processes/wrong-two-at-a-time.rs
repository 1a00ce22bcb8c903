//! Children are started and waited for in pairs: COUNT of 3 are never at once.
use anyhow::Context;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let count: u32 = match std::env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 2,
    };
    let numbers: Vec<u32> = (0..count).collect();
    for pair in numbers.chunks(2) {
        let children: Vec<_> = pair.iter().map(|&i| procspawn::spawn(i, |i| println!("{i}"))).collect();
        for child in children {
            child.join()?;
        }
    }
    Ok(())
}
