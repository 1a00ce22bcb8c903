//! The channel hands each item to exactly one consumer. When main drops the sender the channel is closed:
//! each consumer's loop ends once nothing is left in it, and `join` brings its results back.

use std::{env, thread};

use anyhow::{Context, Result, ensure};
use crossbeam_channel::unbounded;

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let items: u32 = match args.next() {
        Some(arg) => arg.parse().context("ITEMS must be a whole number")?,
        None => 10,
    };
    let consumers: u32 = match args.next() {
        Some(arg) => arg.parse().context("CONSUMERS must be a whole number")?,
        None => 3,
    };
    ensure!(consumers >= 1, "CONSUMERS must be at least 1");

    let (sender, receiver) = unbounded();
    let mut results = Vec::new();
    thread::scope(|s| -> Result<()> {
        let workers: Vec<_> = (0..consumers)
            .map(|_| s.spawn(|| receiver.iter().map(|i: u32| 2 * u64::from(i)).collect::<Vec<_>>()))
            .collect();
        for i in 0..items {
            sender.send(i)?;
        }
        drop(sender);
        for worker in workers {
            results.extend(worker.join().unwrap());
        }
        Ok(())
    })?;
    results.sort();
    println!("{results:?}");
    Ok(())
}
