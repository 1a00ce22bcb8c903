//! `let _ = lock()` lets the lock go at once: read-then-write is not protected.
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::{env, thread};

use parking_lot::Mutex;

fn main() -> Result<(), String> {
    let threads = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("THREADS: {e}"))?,
        None => 5,
    };
    let counter = AtomicU32::new(0);
    let lock = Mutex::new(());
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                drop(lock.lock());
                let n = counter.load(SeqCst);
                counter.store(n + 1, SeqCst);
            });
        }
    });
    println!("{}", counter.load(SeqCst));
    Ok(())
}
