//! Wrong: nobody sends anything; the consumers draw places of a list that is there from the start.
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, thread};

use anyhow::{Context, Result, ensure};

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
    ensure!(consumers > 0, "CONSUMERS must be at least 1");
    let list: Vec<u32> = (0..items).collect();
    let next = AtomicUsize::new(0);
    let mut doubled: Vec<u64> = thread::scope(|s| {
        let handles: Vec<_> = (0..consumers)
            .map(|_| {
                s.spawn(|| {
                    let mut mine = Vec::new();
                    while let Some(&item) = list.get(next.fetch_add(1, Ordering::SeqCst)) {
                        mine.push(u64::from(item) * 2);
                    }
                    mine
                })
            })
            .collect();
        handles.into_iter().flat_map(|handle| handle.join().unwrap()).collect()
    });
    doubled.sort_unstable();
    println!("{doubled:?}");
    Ok(())
}
