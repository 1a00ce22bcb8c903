//! status() waits for each child before the next is started.
use std::env;
use std::process::Command;

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    if let Ok(i) = env::var("CHILD_NUMBER") {
        println!("{i}");
        return Ok(());
    }
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 2,
    };
    for i in 0..count {
        Command::new(env::current_exe()?).env("CHILD_NUMBER", i.to_string()).status()?;
    }
    Ok(())
}
