//! Each of `waiters` threads prints `waiting i`, waits for the event and prints `go i`. Main prints `set`
//! after every `waiting` line, and sets the event.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let waiters: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("WAITERS must be a whole number")?,
        None => 3,
    };

    todo!("{waiters} threads wait for the event; set it when they all have said so; end with Ok(())")
}
