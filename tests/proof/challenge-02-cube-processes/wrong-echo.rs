//! wrong: the children are `echo`, not this program.

use std::process::Command;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("COUNT must be a whole number")?,
        None => 3,
    };
    let children = (1..=u64::from(count))
        .map(|i| Command::new("echo").arg((i * i * i).to_string()).spawn())
        .collect::<Result<Vec<_>, _>>()?;
    for mut child in children {
        child.wait()?;
    }
    Ok(())
}
