//! Each of `threads` threads prints `phase p thread t` in every phase, and waits for the others before the
//! next. All lines of a phase come before any of the next, on every schedule.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let threads: u32 = match args.next() {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 3,
    };
    let phases: u32 = match args.next() {
        Some(arg) => arg.parse().context("PHASES must be a whole number")?,
        None => 2,
    };

    todo!("let {threads} threads go through {phases} phases together; end with Ok(())")
}
