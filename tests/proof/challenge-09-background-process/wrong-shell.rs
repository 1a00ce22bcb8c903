//! Wrong: the child is a shell, not this program.
use std::process::Command;

fn main() -> std::io::Result<()> {
    Command::new("sh").args(["-c", "sleep 1; echo Background Process"]).spawn()?;
    Ok(())
}
