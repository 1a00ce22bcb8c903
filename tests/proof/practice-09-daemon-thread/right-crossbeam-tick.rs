//! crossbeam's tick channel is the clock.
use std::error::Error;
use std::time::Duration;
use std::{env, thread};

use crossbeam_channel::tick;

fn main() -> Result<(), Box<dyn Error>> {
    let seconds: u64 = match env::args().nth(1) {
        None => 2,
        Some(arg) => arg.parse::<u32>().map_err(|e| format!("SECONDS {arg:?}: {e}"))?.into(),
    };
    thread::spawn(|| {
        println!("Running");
        for _ in tick(Duration::from_millis(500)) {
            println!("Running");
        }
    });
    thread::sleep(Duration::from_secs(seconds));
    Ok(())
}
