//! Each of `jobs` threads prints `start i` and then `end i`, and never more than `limit` of them are
//! between the two. All threads are started at once, and all jobs get done.

use std::env;

use anyhow::{Context, Result, ensure};

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let jobs: u32 = match args.next() {
        Some(arg) => arg.parse().context("JOBS must be a whole number")?,
        None => 6,
    };
    let limit: u32 = match args.next() {
        Some(arg) => arg.parse().context("LIMIT must be a whole number")?,
        None => 2,
    };
    ensure!(limit >= 1, "LIMIT must be at least 1");

    todo!("run {jobs} jobs in a thread each, at most {limit} of them inside at any time; end with Ok(())")
}
