//! An atomic counter and fetch_add; the scope joins.
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::{env, thread};

fn main() -> Result<(), String> {
    let threads = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("THREADS: {e}"))?,
        None => 5,
    };
    let counter = AtomicU64::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| counter.fetch_add(1, Relaxed));
        }
    });
    println!("{}", counter.load(Relaxed));
    Ok(())
}
