//! `spawn` returns as soon as the child runs, and a dropped `Child` is neither waited for nor killed: the
//! parent ends, the child goes on. It has inherited stdout, so its line still gets there.

use std::process::Command;
use std::time::Duration;
use std::{env, thread};

use anyhow::Result;

fn main() -> Result<()> {
    if env::args().nth(1).as_deref() == Some("child") {
        thread::sleep(Duration::from_secs(1));
        println!("Background Process");
    } else {
        Command::new(env::current_exe()?).arg("child").spawn()?;
    }
    Ok(())
}
