//! The parent ends without waiting for its child.
use std::env;
use std::process::Command;

fn main() -> std::io::Result<()> {
    if env::var_os("CHILD").is_some() {
        println!("Hello Process");
    } else {
        Command::new(env::current_exe()?).env("CHILD", "1").spawn()?;
    }
    Ok(())
}
