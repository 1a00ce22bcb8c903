//! COUNT is checked and then ignored: always three threads.
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    if let Some(arg) = env::args().nth(1) {
        arg.parse::<u32>().context("COUNT must be a number")?;
    }
    let handles = [0, 1, 2].map(|i| thread::spawn(move || println!("Task {i}")));
    for handle in handles {
        handle.join().unwrap();
    }
    Ok(())
}
