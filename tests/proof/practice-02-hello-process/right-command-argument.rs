//! std::process::Command on itself; an argument tells the child its part.
use std::env;
use std::process::Command;

fn main() -> std::io::Result<()> {
    if env::args().nth(1).as_deref() == Some("child") {
        println!("Hello Process");
        return Ok(());
    }
    let mut child = Command::new(env::current_exe()?).arg("child").spawn()?;
    let status = child.wait()?;
    assert!(status.success());
    Ok(())
}
