//! SECONDS is checked and then ignored: always two seconds.
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    if let Some(arg) = env::args().nth(1) {
        arg.parse::<u32>().context("SECONDS must be a number")?;
    }
    thread::spawn(|| {
        loop {
            println!("Running");
            thread::sleep(Duration::from_millis(500));
        }
    });
    thread::sleep(Duration::from_secs(2));
    Ok(())
}
