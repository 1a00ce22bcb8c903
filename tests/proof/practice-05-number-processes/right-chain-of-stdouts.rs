//! Right: each child's ChildStdout is the next child's stdin (Stdio::from), the line goes to the program's stdout by way of the child's stderr (io::stdout() as Stdio), and the parent learns the end from the end of the chain.

use std::env;
use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

/// Writes the number, then closes the own end of the chain only when the one before has done so.
fn link(number: &str) -> Result<()> {
    io::stderr().lock().write_all(format!("{number}\n").as_bytes())?;
    io::copy(&mut io::stdin().lock(), &mut io::stdout().lock())?;
    Ok(())
}

fn main() -> Result<()> {
    if let Ok(number) = env::var("CHAIN_LINK") {
        return link(&number);
    }
    let count = env::args()
        .nth(1)
        .map_or(Ok(2), |arg| arg.parse::<u32>())
        .context("COUNT must be a whole number")?;

    let exe = env::current_exe()?;
    let mut children: Vec<Child> = Vec::new();
    for number in 0..count {
        let before = children
            .last_mut()
            .and_then(|child| child.stdout.take())
            .map_or_else(Stdio::null, Stdio::from);
        let child = Command::new(&exe)
            .env("CHAIN_LINK", number.to_string())
            .stdin(before)
            .stdout(Stdio::piped())
            .stderr(io::stdout())
            .spawn()?;
        children.push(child);
    }

    if let Some(mut end) = children.last_mut().and_then(|child| child.stdout.take()) {
        let mut rest = Vec::new();
        end.read_to_end(&mut rest)?;
        ensure!(rest.is_empty(), "something came through the chain");
    }
    children.iter_mut().try_for_each(|child| {
        let status = child.wait()?;
        ensure!(status.success(), "child {} failed: {status}", child.id());
        Ok(())
    })
}
