//! Start COUNT threads; thread i prints `Task i`. All of them run at once, and main waits for all.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 3,
    };

    todo!("{count} threads at once, thread i prints Task i; main waits for all and ends with Ok(())")
}
