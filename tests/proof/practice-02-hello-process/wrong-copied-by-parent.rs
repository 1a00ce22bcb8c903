//! The child's line goes into a pipe, and the parent prints what it read.
use std::env;
use std::process::Command;

fn main() -> anyhow::Result<()> {
    if env::args().nth(1).is_some() {
        println!("Hello Process");
        return Ok(());
    }
    let output = Command::new(env::current_exe()?).arg("child").output()?;
    print!("{}", String::from_utf8(output.stdout)?);
    Ok(())
}
