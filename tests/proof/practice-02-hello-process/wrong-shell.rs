//! The child is a shell, not this program.
use std::process::Command;

fn main() -> anyhow::Result<()> {
    let mut child = Command::new("sh").args(["-c", "echo Hello Process"]).spawn()?;
    child.wait()?;
    Ok(())
}
