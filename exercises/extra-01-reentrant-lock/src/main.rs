//! A function takes a lock, prints `depth D` and calls itself while it holds the lock, from depth 0 to
//! `deepest`. Two threads call it at once, and their lines never mix.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let deepest: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("DEPTH must be a whole number")?,
        None => 3,
    };

    todo!("two threads go from depth 0 to {deepest}, locking at every level; end with Ok(())")
}
