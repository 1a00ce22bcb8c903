//! A scope would wait for the thread: process::exit ends the program inside it.
use std::time::Duration;
use std::{env, process, thread};

fn main() -> Result<(), String> {
    let seconds: u32 =
        env::args().nth(1).map_or(Ok(2), |a| a.parse()).map_err(|e| format!("SECONDS: {e}"))?;
    thread::scope(|s| {
        s.spawn(|| {
            loop {
                println!("Running");
                thread::sleep(Duration::from_millis(500));
            }
        });
        thread::sleep(Duration::from_secs(seconds as u64));
        process::exit(0)
    })
}
