//! Start COUNT child processes; child i prints i. All of them run at once, and the parent waits for all.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    procspawn::init(); // a child starts here, runs its function, and goes no further

    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 2,
    };

    todo!("{count} child processes at once, child i prints i; main waits for all and ends with Ok(())")
}
