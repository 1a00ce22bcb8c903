//! Wrong: the parent collects the child's output, so it waits, and prints the line itself.
use std::process::Command;
use std::time::Duration;
use std::{env, thread};

fn main() -> anyhow::Result<()> {
    if env::args().nth(1).as_deref() == Some("background") {
        thread::sleep(Duration::from_secs(1));
        println!("Background Process");
        return Ok(());
    }
    let output = Command::new(env::current_exe()?).arg("background").output()?;
    print!("{}", String::from_utf8(output.stdout)?);
    Ok(())
}
