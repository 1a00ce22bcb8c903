//! The child prints, then writes to a pipe that is its stderr; the parent reads to the end and waits.
use std::env;
use std::io::{self, Read};
use std::process::Command;

fn main() -> io::Result<()> {
    if env::var_os("CHILD").is_some() {
        println!("Hello Process");
        eprintln!("said it");
        return Ok(());
    }
    let (mut reader, writer) = io::pipe()?;
    let mut command = Command::new(env::current_exe()?);
    command.env("CHILD", "").stderr(writer);
    let mut child = command.spawn()?;
    drop(command);
    let mut said = String::new();
    reader.read_to_string(&mut said)?;
    child.wait()?;
    Ok(())
}
