//! wrong: a background process, not a thread, prints the lines; it is killed at the end.

use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    if std::env::var_os("DAEMON").is_some() {
        loop {
            println!("Hello");
            sleep(Duration::from_secs(1));
        }
    }
    let seconds: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("SECONDS must be a whole number")?,
        None => 3,
    };
    let mut daemon = Command::new(std::env::current_exe()?).env("DAEMON", "1").spawn()?;
    sleep(Duration::from_secs(seconds.into()));
    daemon.kill()?;
    daemon.wait()?;
    Ok(())
}
