//! Wrong: the child prints its line to stderr.
use std::process::Command;
use std::time::Duration;
use std::{env, thread};

fn main() -> anyhow::Result<()> {
    if env::args().nth(1).is_some() {
        thread::sleep(Duration::from_secs(1));
        eprintln!("Background Process");
    } else {
        Command::new(env::current_exe()?).arg("child").spawn()?;
    }
    Ok(())
}
