//! The child starts a child of its own that prints: not started by the first process.
use std::env;
use std::process::Command;

fn main() -> std::io::Result<()> {
    let depth: u32 = env::var("DEPTH").ok().and_then(|d| d.parse().ok()).unwrap_or(0);
    if depth == 2 {
        println!("Hello Process");
    } else {
        Command::new(env::current_exe()?).env("DEPTH", (depth + 1).to_string()).status()?;
    }
    Ok(())
}
