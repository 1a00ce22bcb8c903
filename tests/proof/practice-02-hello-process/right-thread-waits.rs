//! A thread starts the child and waits for it; the child writes through a BufWriter.
use std::io::{BufWriter, Write, stdout};
use std::process::Command;
use std::{env, thread};

use anyhow::{Context, ensure};

fn main() -> anyhow::Result<()> {
    if env::var("ROLE").is_ok_and(|role| role == "child") {
        let mut out = BufWriter::new(stdout());
        writeln!(out, "Hello Process")?;
        return Ok(out.flush()?);
    }
    let status = thread::spawn(|| Command::new(env::current_exe()?).env("ROLE", "child").status())
        .join()
        .expect("no panic")
        .context("cannot start the child")?;
    ensure!(status.success(), "the child failed: {status}");
    Ok(())
}
