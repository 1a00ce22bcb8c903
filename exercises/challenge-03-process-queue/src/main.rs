//! A child process adds `a` and `b`: it writes `add A B` to stderr, sleeps 100 ms and sends the sum to the
//! parent. The parent prints the sum.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    procspawn::init();
    let mut args = env::args().skip(1);
    let a: i32 = match args.next() {
        Some(arg) => arg.parse().context("A must be a whole number")?,
        None => 5,
    };
    let b: i32 = match args.next() {
        Some(arg) => arg.parse().context("B must be a whole number")?,
        None => 7,
    };

    todo!("print the sum of {a} and {b}, which a child process has worked out; end with Ok(())")
}
