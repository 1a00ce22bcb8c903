//! Right: a broadcast runs once on each thread of a rayon pool, so that each prints its own line; the children run meanwhile.
use std::env;

use anyhow::{Context, Result};
use rayon::ThreadPoolBuilder;

fn process(i: u32) {
    println!("Process {i}");
}

fn main() -> Result<()> {
    procspawn::init();
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 2,
    };
    if count == 0 {
        return Ok(());
    }
    let pool = ThreadPoolBuilder::new().num_threads(count as usize).build()?;
    let mut children = Vec::new();
    pool.in_place_scope(|scope| {
        scope.spawn_broadcast(|_, context| println!("Thread {}", context.index()));
        children.extend((0..count).map(|i| procspawn::spawn(i, process)));
    });
    for child in children {
        child.join()?;
    }
    Ok(())
}
