//! Wrong: the parent gives the child 200 ms to start, though it must not sleep at all.
use std::process::Command;
use std::time::Duration;
use std::{env, thread};

fn main() -> anyhow::Result<()> {
    if env::args().nth(1).is_some() {
        thread::sleep(Duration::from_secs(1));
        println!("Background Process");
    } else {
        Command::new(env::current_exe()?).arg("child").spawn()?;
        thread::sleep(Duration::from_millis(200));
    }
    Ok(())
}
