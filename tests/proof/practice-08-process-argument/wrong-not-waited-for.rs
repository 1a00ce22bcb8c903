//! The parent ends without waiting for its child.
use std::env;
use std::process::Command;

fn main() -> std::io::Result<()> {
    if let Ok(city) = env::var("CHILD_CITY") {
        println!("{city}");
        return Ok(());
    }
    let city = env::args().nth(1).unwrap_or("Bangalore".to_string());
    Command::new(env::current_exe()?).env("CHILD_CITY", city).spawn()?;
    Ok(())
}
