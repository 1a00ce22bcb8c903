//! Time the same work twice: two threads that each add up 0..N, then two processes that do.
//! Print `Threads time: <seconds>`, then `Processes time: <seconds>`.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    procspawn::init(); // a child starts here, runs its function, and goes no further

    let n: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("N must be a whole number")?,
        None => 1_000_000,
    };

    todo!("time two threads, then two processes, that each add up 0..{n}; end with Ok(())")
}
