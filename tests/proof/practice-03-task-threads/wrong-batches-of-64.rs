//! Wrong: threads are started and joined in batches of 64; violates "COUNT threads, one line each, at once" (COUNT=65 or more, no schedule has all started before the first is waited for).
use std::{env, thread};

use anyhow::{Context, Result};

const MAX_AT_A_TIME: usize = 64;

fn main() -> Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 3,
    };
    let ids: Vec<u32> = (0..count).collect();
    for batch in ids.chunks(MAX_AT_A_TIME) {
        thread::scope(|s| {
            for i in batch {
                s.spawn(move || println!("Task {i}"));
            }
        });
    }
    Ok(())
}
