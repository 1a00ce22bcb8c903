//! A producer thread prints `put i`, a consumer thread `got i`, for 0, 1, 2 … (`items` numbers), over a
//! buffer with room for `capacity` numbers. Wait on a condition variable, and print under the lock that
//! guards the buffer.

use std::env;

use anyhow::{Context, Result, ensure};

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let capacity: u32 = match args.next() {
        Some(arg) => arg.parse().context("CAPACITY must be a whole number")?,
        None => 2,
    };
    let items: u32 = match args.next() {
        Some(arg) => arg.parse().context("ITEMS must be a whole number")?,
        None => 6,
    };
    ensure!(capacity >= 1, "CAPACITY must be at least 1");

    todo!("pass {items} numbers through a buffer with room for {capacity}; end with Ok(())")
}
