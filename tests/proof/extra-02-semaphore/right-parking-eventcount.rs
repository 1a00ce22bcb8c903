//! Right: permits are taken by compare-and-swap (Acquire) and given by fetch_add (Release); a sleeper registers, fences and looks again, a giver gives, fences and looks for sleepers, so one of the two sees the other.

use std::env;
use std::mem;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release, SeqCst};
use std::sync::atomic::{AtomicBool, AtomicU32, fence};
use std::sync::{Arc, Mutex};
use std::thread::{self, Thread};

use anyhow::{Context, Result, ensure};

struct Semaphore {
    permits: AtomicU32,
    /// Is anybody in the list? Written only with the list locked, but read without.
    somebody: AtomicBool,
    sleepers: Mutex<Vec<Thread>>,
}

impl Semaphore {
    fn new(permits: u32) -> Self {
        Semaphore {
            permits: AtomicU32::new(permits),
            somebody: AtomicBool::new(false),
            sleepers: Mutex::new(Vec::new()),
        }
    }

    fn try_acquire(&self) -> bool {
        self.permits.fetch_update(Acquire, Relaxed, |permits| permits.checked_sub(1)).is_ok()
    }

    fn acquire(&self) {
        while !self.try_acquire() {
            {
                let mut sleepers = self.sleepers.lock().unwrap();
                sleepers.push(thread::current());
                self.somebody.store(true, Relaxed);
            }
            fence(SeqCst);
            if self.try_acquire() {
                // Still in the list: someone will wake this thread for nothing, which does no harm.
                return;
            }
            thread::park();
        }
    }

    fn release(&self) {
        self.permits.fetch_add(1, Release);
        fence(SeqCst);
        if self.somebody.load(Relaxed) {
            let woken = {
                let mut sleepers = self.sleepers.lock().unwrap();
                self.somebody.store(false, Relaxed);
                mem::take(&mut *sleepers)
            };
            for sleeper in woken {
                sleeper.unpark();
            }
        }
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

    // More permits than jobs are of no use, and then the count can't overflow.
    let semaphore = Arc::new(Semaphore::new(limit.min(jobs)));
    let handles: Vec<_> = (0..jobs)
        .map(|job| {
            let semaphore = Arc::clone(&semaphore);
            thread::spawn(move || {
                semaphore.acquire();
                println!("start {job}");
                println!("end {job}");
                semaphore.release();
            })
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
    Ok(())
}
