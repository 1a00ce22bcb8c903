//! A child is started before COUNT is checked: with a bad COUNT there is output on stdout.
use anyhow::Context;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let print = |i: u32| println!("{i}");
    let arg = std::env::args().nth(1).unwrap_or("2".into());
    let first = (arg != "0").then(|| procspawn::spawn(0, print));
    let count: Result<u32, _> = arg.parse();
    let mut children = Vec::from_iter(first);
    for i in 1..count.clone().unwrap_or(0) {
        children.push(procspawn::spawn(i, print));
    }
    for child in children {
        child.join()?;
    }
    count.map(|_| ()).context("COUNT must be a number")
}
