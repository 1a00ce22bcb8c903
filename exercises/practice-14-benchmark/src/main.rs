//! Time one function, adding up 0..N, on 1, 2 and 4 threads and on 1, 2 and 4 processes. Print three
//! lines: `workers=W threads=<seconds>s processes=<seconds>s`.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    procspawn::init(); // a child starts here, runs its function, and goes no further

    let n: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("N must be a whole number")?,
        None => 1_000_000,
    };

    todo!("time adding up 0..{n} on 1, 2 and 4 threads and processes; end with Ok(())")
}
