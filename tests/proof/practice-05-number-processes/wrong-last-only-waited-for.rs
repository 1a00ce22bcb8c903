//! Only the last child is waited for (COUNT of 2 or more).
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
    let mut last = None;
    for i in 0..count {
        last = Some(Command::new(&exe).env("CHILD_NUMBER", i.to_string()).spawn()?);
    }
    if let Some(mut child) = last {
        child.wait()?;
    }
    Ok(())
}
