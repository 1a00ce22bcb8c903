//! A line is written in two pieces: another child's can come between them.
use std::io::{Write, stdout};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let count: u32 = match std::env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 2,
    };
    let children: Vec<_> = (0..count)
        .map(|i| {
            procspawn::spawn(i, |i| {
                print!("{i}");
                stdout().flush().unwrap();
                println!();
            })
        })
        .collect();
    for child in children {
        child.join()?;
    }
    Ok(())
}
