//! Right: the parent's stdout, duplicated with try_clone_to_owned, becomes the child's stderr (Stdio::from an OwnedFd), and the child writes the line there; a scoped thread does wait_with_output and hands the Output back.

use std::env;
use std::io::{self, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::process::{Command, Output, Stdio};
use std::thread;

use anyhow::{Context, Result, anyhow, ensure};

fn main() -> Result<()> {
    if env::args_os().len() == 2 && env::var_os("WRITE_TO_STDERR").is_some() {
        let text = env::args().nth(1).context("no text")?;
        io::stderr().write_all(format!("{text}\n").as_bytes())?;
        return Ok(());
    }

    let real_stdout: OwnedFd = io::stdout().as_fd().try_clone_to_owned()?;
    let mut command = Command::new("/proc/self/exe");
    command
        .arg("Hello Process")
        .env("WRITE_TO_STDERR", "")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::from(real_stdout));
    ensure!(command.get_args().eq(["Hello Process"]), "the text got lost");

    let child = command.spawn().with_context(|| format!("could not start {:?}", command.get_program()))?;
    let Output { status, stdout, .. } = thread::scope(|scope| {
        scope
            .spawn(move || child.wait_with_output())
            .join()
            .map_err(|_| anyhow!("the waiting thread panicked"))
    })??;
    ensure!(status.success() && stdout.is_empty(), "the child failed: {status}");
    Ok(())
}
