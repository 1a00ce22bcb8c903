//! The child reads its number from stdin and writes its line at one go; wait_with_output waits.

use std::io::{self, Write};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

fn start(i: u32) -> Result<Child> {
    let mut child = Command::new(std::env::current_exe()?).arg("child").stdin(Stdio::piped()).spawn()?;
    write!(child.stdin.take().context("stdin")?, "{i}")?;
    Ok(child)
}

fn main() -> Result<()> {
    if std::env::args().nth(1).is_some_and(|arg| arg == "child") {
        let i: u64 = io::read_to_string(io::stdin())?.parse()?;
        io::stdout().write_all(format!("{}\n", i.pow(3)).as_bytes())?;
        return Ok(());
    }
    let count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("COUNT must be a whole number")?,
        None => 3,
    };
    let children = (1..=count).map(start).collect::<Result<Vec<_>>>()?;
    for child in children {
        child.wait_with_output()?;
    }
    Ok(())
}
