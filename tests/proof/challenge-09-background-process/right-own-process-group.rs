//! Right: the child gets a process group of its own and no stdin; it sleeps by park_timeout until its deadline.
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio, exit};
use std::time::{Duration, Instant};
use std::{env, io, thread};

fn child() {
    let end = Instant::now() + Duration::from_secs(1);
    while let Some(left) = end.checked_duration_since(Instant::now()) {
        thread::park_timeout(left);
    }
    print!("Background Process\n");
}

fn main() -> io::Result<()> {
    match env::var("PART") {
        Ok(_) => child(),
        Err(_) => {
            let mut command = Command::new(env::current_exe()?);
            command.env("PART", "child").process_group(0).stdin(Stdio::null());
            command.spawn()?;
            exit(0);
        }
    }
    Ok(())
}
