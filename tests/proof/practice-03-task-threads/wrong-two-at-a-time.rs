//! Threads are started and joined in pairs: COUNT of 3 are never at once.
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 3,
    };
    for first in (0..count).step_by(2) {
        thread::scope(|s| {
            for i in first..count.min(first.saturating_add(2)) {
                s.spawn(move || println!("Task {i}"));
            }
        });
    }
    Ok(())
}
