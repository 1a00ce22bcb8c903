//! Wrong: the free places are the bits of a u32, so never more than 32 jobs are inside whatever LIMIT says; violates "min(JOBS, LIMIT) reached on some [schedule]" (JOBS=40 LIMIT=40).
use std::env;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use anyhow::{Context, Result, ensure};

struct Places {
    taken: Mutex<u32>,
    freed: Condvar,
    limit: u32,
}

impl Places {
    fn enter(&self) -> u32 {
        let mut taken = self.taken.lock().unwrap();
        loop {
            let place = taken.trailing_ones();
            if place < self.limit.min(u32::BITS) {
                *taken |= 1 << place;
                return place;
            }
            taken = self.freed.wait(taken).unwrap();
        }
    }

    fn leave(&self, place: u32) {
        *self.taken.lock().unwrap() &= !(1 << place);
        self.freed.notify_one();
    }
}

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let jobs: u32 = match args.next() {
        Some(arg) => arg.parse().context("JOBS must be a whole number")?,
        None => 6,
    };
    let limit: u32 = match args.next() {
        Some(arg) => arg.parse().context("LIMIT must be a whole number")?,
        None => 2,
    };
    ensure!(limit >= 1, "LIMIT must be at least 1");

    let places = Arc::new(Places { taken: Mutex::new(0), freed: Condvar::new(), limit });
    let handles: Vec<_> = (0..jobs)
        .map(|i| {
            let places = Arc::clone(&places);
            thread::spawn(move || {
                let place = places.enter();
                println!("start {i}");
                println!("end {i}");
                places.leave(place);
            })
        })
        .collect();
    for h in handles {
        h.join().unwrap();
    }
    Ok(())
}
