//! Wrong: the bakery needs one order of all stores and loads; with `Release` and `Acquire` two may both not see the other yet.
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::{env, thread};

use anyhow::{Context, Result};

/// Lamport's bakery: who comes takes a number, and the lowest number is served.
struct Bakery {
    choosing: Vec<AtomicBool>,
    number: Vec<AtomicU32>,
}

impl Bakery {
    fn new(threads: usize) -> Bakery {
        Bakery {
            choosing: (0..threads).map(|_| AtomicBool::new(false)).collect(),
            number: (0..threads).map(|_| AtomicU32::new(0)).collect(),
        }
    }

    fn lock(&self, me: usize) {
        self.choosing[me].store(true, Ordering::Release);
        let highest = self.number.iter().map(|number| number.load(Ordering::Acquire)).max().unwrap_or(0);
        self.number[me].store(highest + 1, Ordering::Release);
        self.choosing[me].store(false, Ordering::Release);
        for other in 0..self.number.len() {
            while self.choosing[other].load(Ordering::Acquire) {
                thread::yield_now();
            }
            loop {
                let number = self.number[other].load(Ordering::Acquire);
                if number == 0 || (number, other) >= (highest + 1, me) {
                    break;
                }
                thread::yield_now();
            }
        }
    }

    fn unlock(&self, me: usize) {
        self.number[me].store(0, Ordering::Release);
    }
}

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let bakery = Bakery::new(threads as usize);
    let count = AtomicU32::new(0);
    thread::scope(|s| {
        for me in 0..threads as usize {
            let (bakery, count) = (&bakery, &count);
            s.spawn(move || {
                bakery.lock(me);
                count.store(count.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
                bakery.unlock(me);
            });
        }
    });
    println!("Count safe: {}", count.load(Ordering::Relaxed));
    Ok(())
}
