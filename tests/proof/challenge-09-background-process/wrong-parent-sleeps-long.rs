//! Wrong: the parent sleeps until after the child has printed.
use std::process::Command;
use std::time::Duration;
use std::{env, thread};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    if env::var_os("CHILD").is_some() {
        thread::sleep(Duration::from_secs(1));
        println!("Background Process");
    } else {
        Command::new(env::current_exe()?).env("CHILD", "").spawn()?;
        thread::sleep(Duration::from_millis(1500));
    }
    Ok(())
}
