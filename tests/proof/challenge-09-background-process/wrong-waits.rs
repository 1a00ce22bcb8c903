//! Wrong: the parent waits for the child.
use std::process::Command;
use std::time::Duration;
use std::{env, thread};

fn main() -> anyhow::Result<()> {
    if env::args().nth(1).as_deref() == Some("background") {
        thread::sleep(Duration::from_secs(1));
        println!("Background Process");
        return Ok(());
    }
    Command::new(env::current_exe()?).arg("background").spawn()?.wait()?;
    Ok(())
}
