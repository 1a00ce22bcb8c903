//! The children are started and never waited for.
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
    let exe = env::current_exe()?;
    for i in 0..count {
        Command::new(&exe).env("CHILD_NUMBER", i.to_string()).spawn()?;
    }
    Ok(())
}
