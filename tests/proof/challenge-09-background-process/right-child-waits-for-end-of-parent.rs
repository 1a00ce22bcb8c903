//! Right: the child reads its stdin to the end, which comes when the parent has ended, and only then counts its second.
use std::error::Error;
use std::io::{self, Read};
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, mem, thread};

fn main() -> Result<(), Box<dyn Error>> {
    if env::args().any(|a| a == "--child") {
        io::stdin().read_to_end(&mut Vec::new())?;
        thread::sleep(Duration::from_secs(1));
        println!("Background Process");
    } else {
        let child = Command::new(env::current_exe()?).arg("--child").stdin(Stdio::piped()).spawn()?;
        // Keeps the pipe open until this process is gone.
        mem::forget(child);
    }
    Ok(())
}
