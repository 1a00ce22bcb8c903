//! Wrong: the child prints at once instead of a second later.
use std::env;
use std::process::Command;

fn main() -> anyhow::Result<()> {
    if env::args().nth(1).as_deref() == Some("background") {
        println!("Background Process");
    } else {
        Command::new(env::current_exe()?).arg("background").spawn()?;
    }
    Ok(())
}
