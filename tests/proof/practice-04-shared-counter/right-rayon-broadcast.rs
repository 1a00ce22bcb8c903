//! A rayon pool of THREADS threads, each of which adds 1 once.
use std::sync::Mutex;

use anyhow::Context;
use rayon::ThreadPoolBuilder;

fn main() -> anyhow::Result<()> {
    let threads: u32 = match std::env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a number")?,
        None => 5,
    };
    let counter = Mutex::new(0);
    if threads != 0 {
        let pool = ThreadPoolBuilder::new().num_threads(threads as usize).build()?;
        pool.broadcast(|_| *counter.lock().unwrap() += 1);
    }
    println!("{}", counter.into_inner()?);
    Ok(())
}
