//! Everybody takes the fork with the lower number first. A circle of waiting would need somebody who holds
//! a higher fork and waits for a lower one, and there is nobody who does: no deadlock. Neighbours share a
//! fork, others do not.

use std::{env, thread};

use anyhow::{Context, Result, ensure};
use parking_lot::Mutex;

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let philosophers: u32 = match args.next() {
        Some(arg) => arg.parse().context("PHILOSOPHERS must be a whole number")?,
        None => 5,
    };
    let meals: u32 = match args.next() {
        Some(arg) => arg.parse().context("MEALS must be a whole number")?,
        None => 3,
    };
    ensure!(philosophers >= 2, "PHILOSOPHERS must be at least 2");

    let forks: &Vec<_> = &(0..philosophers).map(|_| Mutex::new(())).collect();
    thread::scope(|s| {
        for p in 0..forks.len() {
            s.spawn(move || {
                let next = (p + 1) % forks.len();
                for _ in 0..meals {
                    let _lower = forks[p.min(next)].lock();
                    let _higher = forks[p.max(next)].lock();
                    println!("{p} eats");
                    println!("{p} done");
                }
            });
        }
    });
    Ok(())
}
