//! Every thread returns its 1; main adds up what join gives.
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let threads: u32 = env::args().nth(1).map_or(Ok(5), |a| a.parse()).context("THREADS")?;
    let handles: Vec<_> = (0..threads).map(|_| thread::spawn(|| 1u32)).collect();
    let count: u32 = handles.into_iter().map(|h| h.join().unwrap()).sum();
    println!("{count}");
    Ok(())
}
