//! Threads and children are all started before the loop waits for the first child. The loop waits for every
//! child, the end of the scope for every thread.

use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    procspawn::init();
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 2,
    };

    thread::scope(|s| {
        for i in 0..count {
            s.spawn(move || println!("Thread {i}"));
        }
        let children: Vec<_> = (0..count).map(|i| procspawn::spawn(i, |i| println!("Process {i}"))).collect();
        for child in children {
            child.join()?;
        }
        Ok(())
    })
}
