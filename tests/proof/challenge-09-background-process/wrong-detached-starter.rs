//! Wrong: the thread that starts the child is detached, so main may end before the child has been started at all, and the line never comes.

use std::env;
use std::process::Command;
use std::thread;
use std::time::Duration;

use anyhow::Result;

fn main() -> Result<()> {
    if env::var_os("IN_BACKGROUND").is_some() {
        thread::sleep(Duration::from_secs(1));
        println!("Background Process");
        return Ok(());
    }

    let exe = env::current_exe()?;
    // started off main, so that main really can end at once
    thread::spawn(move || {
        if let Err(e) = Command::new(exe).env("IN_BACKGROUND", "1").spawn() {
            eprintln!("cannot start the child: {e}");
        }
    });
    thread::yield_now();
    Ok(())
}
