//! Only the last handle is joined: an earlier thread that is delayed is cut off.
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 3,
    };
    let mut last = None;
    for i in 0..count {
        last = Some(thread::spawn(move || println!("Task {i}")));
    }
    if let Some(handle) = last {
        handle.join().unwrap();
    }
    Ok(())
}
