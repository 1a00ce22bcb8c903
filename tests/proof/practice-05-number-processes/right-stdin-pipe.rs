//! Each child reads its number from its stdin and prints it through a BufWriter.
use std::env;
use std::io::{self, BufWriter, Read, Write};
use std::process::{Command, Stdio};

use anyhow::Context;

fn child() -> anyhow::Result<()> {
    let mut number = String::new();
    io::stdin().read_to_string(&mut number)?;
    let mut out = BufWriter::new(io::stdout());
    writeln!(out, "{number}")?;
    Ok(out.flush()?)
}

fn main() -> anyhow::Result<()> {
    if env::var_os("IS_CHILD").is_some() {
        return child();
    }
    let count: u32 = env::args().nth(1).map_or(Ok(2), |a| a.parse()).context("COUNT")?;
    let exe = env::current_exe()?;
    let mut children = vec![];
    for i in 0..count {
        let mut child = Command::new(&exe).env("IS_CHILD", "1").stdin(Stdio::piped()).spawn()?;
        write!(child.stdin.take().context("no stdin")?, "{i}")?;
        children.push(child);
    }
    for child in children {
        child.wait_with_output()?;
    }
    Ok(())
}
