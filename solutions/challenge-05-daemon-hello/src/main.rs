//! Nobody joins the thread, so nobody waits for its endless loop: when `main` returns, the program ends and
//! the thread with it.

use std::time::Duration;
use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("SECONDS must be a whole number")?,
        None => 3,
    };

    thread::spawn(|| {
        loop {
            println!("Hello");
            thread::sleep(Duration::from_secs(1));
        }
    });
    thread::sleep(Duration::from_secs(seconds.into()));
    Ok(())
}
