//! Wrong: the semaphore never has more than three permits, whatever LIMIT says; violates "min(JOBS, LIMIT) reached on some schedule", for JOBS and LIMIT of 4 and more.
use std::env;
use std::sync::{Condvar, Mutex};
use std::thread;

use anyhow::{Context, Result, ensure};

struct Semaphore {
    free: Mutex<u32>,
    freed: Condvar,
}

impl Semaphore {
    fn new(permits: u32) -> Self {
        Semaphore { free: Mutex::new(permits.clamp(1, 3)), freed: Condvar::new() }
    }

    fn acquire(&self) {
        let mut free = self.freed.wait_while(self.free.lock().unwrap(), |free| *free == 0).unwrap();
        *free -= 1;
    }

    fn release(&self) {
        *self.free.lock().unwrap() += 1;
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
    let semaphore = Semaphore::new(limit);
    thread::scope(|s| {
        for i in 0..jobs {
            let semaphore = &semaphore;
            s.spawn(move || {
                semaphore.acquire();
                println!("start {i}");
                println!("end {i}");
                semaphore.release();
            });
        }
    });
    Ok(())
}
