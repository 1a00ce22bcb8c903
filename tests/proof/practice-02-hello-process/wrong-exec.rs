//! exec replaces the first process by itself: there is no child.
use std::env;
use std::os::unix::process::CommandExt;
use std::process::Command;

fn main() -> std::io::Result<()> {
    if env::var_os("CHILD").is_some() {
        println!("Hello Process");
        return Ok(());
    }
    Err(Command::new(env::current_exe()?).env("CHILD", "1").exec())
}
