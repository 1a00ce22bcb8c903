//! An unsafe static mut with no lock: a data race, undefined behaviour and lost updates.
use std::{env, thread};

use anyhow::Context;

static mut COUNTER: u32 = 0;

fn main() -> anyhow::Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a number")?,
        None => 5,
    };
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| unsafe { COUNTER += 1 });
        }
    });
    let count = unsafe { COUNTER };
    println!("{count}");
    Ok(())
}
