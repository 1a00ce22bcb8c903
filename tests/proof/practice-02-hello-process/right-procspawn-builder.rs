//! procspawn's Builder; the child fills a String, main waits by a polled join_timeout.
use std::time::Duration;

fn hello(name: String) -> u32 {
    let line = format!("Hello {name}\n");
    print!("{line}");
    line.len() as u32
}

fn main() -> Result<(), procspawn::SpawnError> {
    procspawn::init();
    let mut child = procspawn::Builder::new().env("GREETING", "yes").spawn("Process".to_string(), hello);
    loop {
        match child.join_timeout(Duration::from_millis(50)) {
            Ok(_) => return Ok(()),
            Err(e) if e.is_timeout() => continue,
            Err(e) => return Err(e),
        }
    }
}
