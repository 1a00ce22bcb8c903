//! Main sends the numbers through a zero-capacity crossbeam channel; the printing thread ends when it closes.
use std::{env, thread};

use anyhow::Context;
use crossbeam_channel::bounded;

fn main() -> anyhow::Result<()> {
    let count =
        env::args().nth(1).map(|a| a.parse::<u32>()).transpose().context("COUNT is a number")?.unwrap_or(5);
    let (tx, rx) = bounded(0);
    let printer = thread::spawn(move || {
        for n in rx {
            println!("{n}");
        }
    });
    for n in 0..count {
        tx.send(n)?;
    }
    drop(tx);
    printer.join().expect("the printer ends well");
    Ok(())
}
