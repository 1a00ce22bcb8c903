//! Command on itself, polled with try_wait until the child has ended.
use std::error::Error;
use std::process::Command;
use std::time::Duration;
use std::{env, thread};

fn main() -> Result<(), Box<dyn Error>> {
    if env::args().any(|a| a == "say-hello") {
        println!("Hello {}", "Process");
        return Ok(());
    }
    let mut child = Command::new(env::current_exe()?).arg("say-hello").spawn()?;
    while child.try_wait()?.is_none() {
        thread::sleep(Duration::from_millis(5));
    }
    Ok(())
}
