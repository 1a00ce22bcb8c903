//! Send 0, 1, 2 … (`items` numbers) through one channel to `consumers` threads, which double them. Wait for
//! all of them and print the sorted results as `[0, 2, 4]`.

use std::env;

use anyhow::{Context, Result, ensure};

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let items: u32 = match args.next() {
        Some(arg) => arg.parse().context("ITEMS must be a whole number")?,
        None => 10,
    };
    let consumers: u32 = match args.next() {
        Some(arg) => arg.parse().context("CONSUMERS must be a whole number")?,
        None => 3,
    };
    ensure!(consumers >= 1, "CONSUMERS must be at least 1");

    todo!("{consumers} consumers double {items} numbers; print them sorted, end with Ok(())")
}
