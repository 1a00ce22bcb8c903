//! The children are `echo`, not this program.
use std::env;
use std::process::Command;

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 2,
    };
    let mut children = Vec::new();
    for i in 0..count {
        children.push(Command::new("echo").arg(i.to_string()).spawn()?);
    }
    for mut child in children {
        child.wait()?;
    }
    Ok(())
}
