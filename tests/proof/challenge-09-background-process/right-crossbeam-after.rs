//! Right: the child waits for crossbeam_channel::after in a select! beside never(); the parent clears the environment, moves the child to "/" and gives it a duplicate of stdout as an OwnedFd; ExitCode.

use std::env;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use crossbeam_channel::{after, never, select};

fn child() -> io::Result<()> {
    let second = after(Duration::from_secs(1));
    let interruption = never::<()>();
    select! {
        recv(second) -> _ => {}
        recv(interruption) -> _ => return Err(io::ErrorKind::Interrupted.into()),
    }
    let mut out = io::stdout();
    out.write_all(b"Background Process\n")?;
    out.flush()
}

fn parent() -> io::Result<()> {
    let stdout = io::stdout().as_fd().try_clone_to_owned()?;
    Command::new(env::current_exe()?)
        .env_clear()
        .env("IN_THE_BACKGROUND", "yes")
        .current_dir("/")
        .stdin(Stdio::null())
        .stdout(stdout)
        .spawn()
        .map(drop) // dropping a Child neither waits for it nor ends it
}

fn main() -> ExitCode {
    let role = if env::var("IN_THE_BACKGROUND").is_ok() { child } else { parent };
    match role() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Error: {error}");
            ExitCode::FAILURE
        }
    }
}
