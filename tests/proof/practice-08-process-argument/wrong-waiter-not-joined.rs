//! A thread waits for the child, but nobody waits for the thread.
use std::process::Command;
use std::{env, thread};

fn main() -> std::io::Result<()> {
    if let Ok(city) = env::var("CHILD_CITY") {
        println!("{city}");
        return Ok(());
    }
    let city = env::args().nth(1).unwrap_or("Bangalore".to_string());
    let mut child = Command::new(env::current_exe()?).env("CHILD_CITY", city).spawn()?;
    thread::spawn(move || child.wait());
    Ok(())
}
