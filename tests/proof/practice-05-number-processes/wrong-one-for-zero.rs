//! COUNT=0 starts a child all the same.
use anyhow::Context;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let count: u32 = match std::env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 2,
    };
    let mut children = vec![procspawn::spawn(0, |i: u32| println!("{i}"))];
    for i in 1..count {
        children.push(procspawn::spawn(i, |i| println!("{i}")));
    }
    for child in children {
        child.join()?;
    }
    Ok(())
}
