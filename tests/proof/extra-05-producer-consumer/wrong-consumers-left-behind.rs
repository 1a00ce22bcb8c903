//! Wrong: main waits for ITEMS results, not for the consumers; the channel is never closed, and they never end.
use std::{env, thread};

use anyhow::{Context, Result, ensure};
use crossbeam_channel::unbounded;

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let items: u32 = match args.next() {
        Some(arg) => arg.parse().context("ITEMS must be a number")?,
        None => 10,
    };
    let consumers: u32 = match args.next() {
        Some(arg) => arg.parse().context("CONSUMERS must be a number")?,
        None => 3,
    };
    ensure!(consumers >= 1, "CONSUMERS must be 1 or more");

    let (sender, receiver) = unbounded::<u32>();
    let (doubled, results) = unbounded();
    for _ in 0..consumers {
        let (receiver, doubled) = (receiver.clone(), doubled.clone());
        thread::spawn(move || {
            for item in receiver {
                doubled.send(2 * u64::from(item)).unwrap();
            }
        });
    }
    for item in 0..items {
        sender.send(item)?;
    }
    let mut results: Vec<u64> = results.iter().take(items as usize).collect();
    results.sort();
    println!("{results:?}");
    Ok(())
}
