//! Wrong: the lines of the threads are tasks of a rayon pool of COUNT threads, where one thread may take two tasks and print two lines.
use std::env;

use anyhow::{Context, Result};
use procspawn::JoinHandle;
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

    // a thread for each number
    let pool = ThreadPoolBuilder::new().num_threads(count as usize).build()?;

    let mut children: Vec<JoinHandle<()>> = Vec::new();
    pool.in_place_scope(|scope| {
        for i in 0..count {
            scope.spawn(move |_| println!("Thread {i}"));
        }
        children.extend((0..count).map(|i| procspawn::spawn(i, process)));
    });
    for child in children {
        child.join()?;
    }
    Ok(())
}
