//! Wrong: when stdout is no terminal (a file or a pipe) the parent catches the child's line and prints it itself, against "the child itself writes the line to the program's stdout; a parent that copies it does not count"; on a terminal it is right.
use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::Command;

use anyhow::{Result, ensure};

fn child() {
    println!("Hello Process");
}

fn parent() -> Result<()> {
    let mut command = Command::new(env::current_exe()?);
    command.arg("--child");
    if io::stdout().is_terminal() {
        let status = command.status()?;
        ensure!(status.success(), "{status}");
    } else {
        // redirected: collect the output, so that it lands in the file as a whole
        let output = command.output()?;
        ensure!(output.status.success(), "{}", output.status);
        io::stdout().write_all(&output.stdout)?;
    }
    Ok(())
}

fn main() -> Result<()> {
    match env::args().nth(1).as_deref() {
        Some("--child") => child(),
        _ => parent()?,
    }
    Ok(())
}
