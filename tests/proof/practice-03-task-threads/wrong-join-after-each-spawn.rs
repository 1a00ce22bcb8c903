//! Each thread is joined before the next is started: never two at once.
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 3,
    };
    for i in 0..count {
        let handle = thread::spawn(move || println!("Task {i}"));
        handle.join().unwrap();
    }
    Ok(())
}
