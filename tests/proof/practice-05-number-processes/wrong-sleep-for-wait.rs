//! A sleep stands for the waits.
use std::process::Command;
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    if let Ok(i) = env::var("CHILD_NUMBER") {
        println!("{i}");
        return Ok(());
    }
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 2,
    };
    let exe = env::current_exe()?;
    for i in 0..count {
        Command::new(&exe).env("CHILD_NUMBER", i.to_string()).spawn()?;
    }
    thread::sleep(Duration::from_millis(500));
    Ok(())
}
