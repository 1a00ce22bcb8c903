//! A sleep stands for the wait: a child that is delayed for longer outlives its parent.
use std::process::Command;
use std::time::Duration;
use std::{env, thread};

fn main() -> std::io::Result<()> {
    if env::var_os("CHILD").is_some() {
        println!("Hello Process");
        return Ok(());
    }
    Command::new(env::current_exe()?).env("CHILD", "1").spawn()?;
    thread::sleep(Duration::from_millis(300));
    Ok(())
}
