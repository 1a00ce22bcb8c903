//! The child is `echo`, not this program.
use std::process::Command;

fn main() -> std::io::Result<()> {
    let status = Command::new("echo").arg("Hello Process").status()?;
    assert!(status.success());
    Ok(())
}
