//! Each philosopher P, a thread, eats `meals` times: it takes both forks beside it, prints `P eats` and
//! `P done`, and puts them down. No deadlock on any schedule.

use std::env;

use anyhow::{Context, Result, ensure};

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let philosophers: u32 = match args.next() {
        Some(arg) => arg.parse().context("PHILOSOPHERS must be a whole number")?,
        None => 5,
    };
    let meals: u32 = match args.next() {
        Some(arg) => arg.parse().context("MEALS must be a whole number")?,
        None => 3,
    };
    ensure!(philosophers >= 2, "PHILOSOPHERS must be at least 2");

    todo!("let {philosophers} philosophers eat {meals} times each; end with Ok(())")
}
