//! A compare-exchange that is not tried again when it fails: that thread's 1 is lost.
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
            s.spawn(|| {
                let n = counter.load(SeqCst);
                let _ = counter.compare_exchange(n, n + 1, SeqCst, SeqCst);
            });
        }
    });
    println!("{}", counter.load(SeqCst));
    Ok(())
}
