//! Right: the lock is tried once and then spun for with swap.
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::{env, hint, thread};

use anyhow::{Context, Result};

struct SpinLock {
    taken: AtomicBool,
}

impl SpinLock {
    fn lock(&self) {
        if self.taken.compare_exchange_weak(false, true, Ordering::Acquire, Ordering::Relaxed).is_err() {
            while self.taken.swap(true, Ordering::Acquire) { hint::spin_loop(); }
        }
    }

    fn unlock(&self) {
        self.taken.store(false, Ordering::Release);
    }
}

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let lock = SpinLock { taken: AtomicBool::new(false) };
    let count = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                lock.lock();
                count.store(count.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
                lock.unlock();
            });
        }
    });
    println!("Count safe: {}", count.load(Ordering::Relaxed));
    Ok(())
}
