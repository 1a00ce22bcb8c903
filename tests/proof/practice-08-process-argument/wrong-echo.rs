//! The child is `printf`, not this program.
use std::env;
use std::process::Command;

fn main() -> anyhow::Result<()> {
    let city = env::args().nth(1).unwrap_or("Bangalore".to_string());
    Command::new("printf").arg("%s\\n").arg(city).status()?;
    Ok(())
}
