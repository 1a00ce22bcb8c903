//! The threads return their lines, and main prints them.
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 3,
    };
    let handles: Vec<_> = (0..count).map(|i| thread::spawn(move || format!("Task {i}"))).collect();
    for handle in handles {
        println!("{}", handle.join().unwrap());
    }
    Ok(())
}
