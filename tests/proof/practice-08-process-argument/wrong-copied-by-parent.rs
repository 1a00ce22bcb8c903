//! The child prints into a pipe, and the parent copies what comes out.
use std::env;
use std::process::Command;

fn main() -> anyhow::Result<()> {
    if let Ok(city) = env::var("CHILD_CITY") {
        println!("{city}");
        return Ok(());
    }
    let city = env::args().nth(1).unwrap_or("Bangalore".to_string());
    let output = Command::new(env::current_exe()?).env("CHILD_CITY", city).output()?;
    print!("{}", String::from_utf8(output.stdout)?);
    Ok(())
}
