//! Every thread is started before any is waited for, so all run at once. The scope ends only when its
//! last thread has: it joins them for us.

use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 3,
    };

    thread::scope(|s| {
        for i in 0..count {
            s.spawn(move || println!("Task {i}"));
        }
    });
    Ok(())
}
