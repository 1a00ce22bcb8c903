//! wrong: whether a thread adds in one step or in two is decided by the time of day.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

fn main() {
    let threads: u32 = match std::env::args().nth(1) {
        None => 5,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad THREADS {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let count = AtomicU32::new(0);
    thread::scope(|s| {
        for i in 0..threads {
            let count = &count;
            s.spawn(move || {
                let nanos = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().subsec_nanos();
                if nanos % 3 == i % 3 {
                    count.fetch_add(1, SeqCst);
                } else {
                    let seen = count.load(SeqCst);
                    count.store(seen + 1, SeqCst);
                }
            });
        }
    });
    println!("Count with race condition: {}", count.into_inner());
}
