//! Right: each fork is shared by two, so it is a Peterson lock; "turn" is passed by an AcqRel swap (not a store), which makes the later of two see the earlier one's flag; forks are taken lower number first.

use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, ensure};

/// Side 0 is the philosopher with the fork's own number, side 1 its other neighbour.
struct Fork {
    wanted: [AtomicBool; 2],
    yields: AtomicUsize,
}

impl Fork {
    fn new() -> Self {
        Fork {
            wanted: [AtomicBool::new(false), AtomicBool::new(false)],
            yields: AtomicUsize::new(0),
        }
    }

    fn take(&self, side: usize) {
        let other = 1 - side;
        self.wanted[side].store(true, Ordering::Relaxed);
        // The swaps of the two are in one order, and the later one reads the earlier one: it acquires
        // the flag above and finds itself the one who yields.
        self.yields.swap(side, Ordering::AcqRel);
        while self.wanted[other].load(Ordering::Acquire)
            && self.yields.load(Ordering::Acquire) == side
        {
            thread::yield_now();
        }
    }

    fn put_down(&self, side: usize) {
        self.wanted[side].store(false, Ordering::Release);
    }
}

fn dine(p: usize, meals: u32, forks: &[Fork]) {
    let left = p;
    let right = (p + 1) % forks.len();
    let mut both = [(left, 0), (right, 1)];
    both.sort();
    for _ in 0..meals {
        for (fork, side) in both {
            forks[fork].take(side);
        }
        println!("{p} eats");
        println!("{p} done");
        for (fork, side) in both {
            forks[fork].put_down(side);
        }
    }
}

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

    let forks: Arc<[Fork]> = (0..philosophers).map(|_| Fork::new()).collect();
    let seats: Vec<_> = (0..philosophers as usize)
        .map(|p| {
            let forks = Arc::clone(&forks);
            thread::spawn(move || dine(p, meals, &forks))
        })
        .collect();
    for seat in seats {
        seat.join().expect("no philosopher panics");
    }
    Ok(())
}
