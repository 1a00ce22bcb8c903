//! A pool of COUNT workers: one of them may get two numbers, so the lines need not come from COUNT children.
use anyhow::Context;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let count: u32 = match std::env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 2,
    };
    let pool = procspawn::Pool::new(count as usize)?;
    let tasks: Vec<_> = (0..count).map(|i| pool.spawn(i, |i| println!("{i}"))).collect();
    for task in tasks {
        task.join()?;
    }
    Ok(())
}
