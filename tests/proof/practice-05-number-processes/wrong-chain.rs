//! Each child starts the next one: not all are started by the first process (COUNT of 2 or more).
use std::env;
use std::process::Command;

use anyhow::Context;

fn start(i: u32, count: u32) -> anyhow::Result<()> {
    if i < count {
        Command::new(env::current_exe()?)
            .arg(count.to_string())
            .env("CHILD_NUMBER", i.to_string())
            .status()?;
    }
    Ok(())
}

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 2,
    };
    if let Ok(i) = env::var("CHILD_NUMBER") {
        println!("{i}");
        return start(i.parse::<u32>()? + 1, count);
    }
    start(0, count)
}
