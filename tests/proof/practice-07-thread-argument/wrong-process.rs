//! A child process prints: its main thread is not a spawned thread of this program.
use std::env;
use std::process::Command;

fn main() -> anyhow::Result<()> {
    if let Ok(name) = env::var("NAME_TO_PRINT") {
        println!("{name}");
        return Ok(());
    }
    let name = env::args().nth(1).unwrap_or("Ferris".to_string());
    Command::new(env::current_exe()?).env("NAME_TO_PRINT", name).status()?;
    Ok(())
}
