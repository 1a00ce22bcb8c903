//! Wrong: the child's stdout is the null device; its line never reaches the program's stdout.
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, thread};

fn main() -> anyhow::Result<()> {
    if env::args().nth(1).is_some() {
        thread::sleep(Duration::from_secs(1));
        println!("Background Process");
    } else {
        Command::new(env::current_exe()?).arg("child").stdout(Stdio::null()).spawn()?;
    }
    Ok(())
}
