//! Wrong: the parent prints the line while it starts a child that only sleeps.
use std::process::Command;
use std::time::Duration;
use std::{env, thread};

fn main() -> anyhow::Result<()> {
    if env::var_os("CHILD").is_some() {
        thread::sleep(Duration::from_secs(1));
    } else {
        Command::new(env::current_exe()?).env("CHILD", "1").spawn()?;
        println!("Background Process");
    }
    Ok(())
}
