//! Wrong: a bakery that lets in LIMIT at a time lacks the SeqCst fence between showing the own number and counting those before it, so a job may overlook others and one too many is inside.

use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering, fence};
use std::thread;

use anyhow::{Context, Result, ensure};

#[derive(Default)]
struct Place {
    choosing: AtomicBool,
    number: AtomicU32,
}

struct Semaphore {
    places: Vec<Place>,
    limit: usize,
}

impl Semaphore {
    fn new(users: usize, limit: usize) -> Self {
        let places = (0..users).map(|_| Place::default()).collect();
        Semaphore { places, limit }
    }

    fn acquire(&self, me: usize) {
        let place = &self.places[me];
        place.choosing.store(true, Ordering::Relaxed);
        fence(Ordering::SeqCst);
        let last = self.places.iter().map(|p| p.number.load(Ordering::Acquire)).max();
        let mine = last.unwrap_or(0) + 1;
        place.number.store(mine, Ordering::Release);
        place.choosing.store(false, Ordering::Release);
        // The number is there for all to see: go in as soon as fewer than `limit` are before it.
        while self.before(mine, me) >= self.limit {
            thread::yield_now();
        }
    }

    /// How many are inside or in the queue with a better number.
    fn before(&self, mine: u32, me: usize) -> usize {
        let mut before = 0;
        for (other, place) in self.places.iter().enumerate() {
            if other == me {
                continue;
            }
            while place.choosing.load(Ordering::Acquire) {
                thread::yield_now();
            }
            let number = place.number.load(Ordering::Acquire);
            if number != 0 && (number, other) < (mine, me) {
                before += 1;
            }
        }
        before
    }

    fn release(&self, me: usize) {
        self.places[me].number.store(0, Ordering::Release);
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

    let semaphore = Arc::new(Semaphore::new(jobs as usize, limit as usize));
    let handles: Vec<_> = (0..jobs)
        .map(|job| {
            let semaphore = Arc::clone(&semaphore);
            thread::spawn(move || {
                semaphore.acquire(job as usize);
                println!("start {job}");
                println!("end {job}");
                semaphore.release(job as usize);
            })
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
    Ok(())
}
