//! A load and a store in place of fetch_add: two threads can read the same value, and an update is lost.
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::{env, thread};

fn main() -> Result<(), String> {
    let threads = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("THREADS: {e}"))?,
        None => 5,
    };
    let counter = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| counter.store(counter.load(SeqCst) + 1, SeqCst));
        }
    });
    println!("{}", counter.load(SeqCst));
    Ok(())
}
