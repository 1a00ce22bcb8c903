//! Lost updates in safe Rust: both threads read the same number, add one, write: one addition is gone.
//!
//! Python: `counter += 1` is a read and a write too. The GIL keeps the interpreter sound, not your counter:
//! recent versions seldom switch threads in between, but may. In Rust a plain shared variable does not
//! compile: that would be a data race. An atomic makes each step whole, but not the two together, and that is
//! a race condition, which no compiler finds. Cure: `fetch_add`, or a lock.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;
use std::time::Duration;

fn main() {
    let counter = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                for i in 0..100_000 {
                    let read = counter.load(Relaxed);
                    if i % 1_000 == 0 {
                        // The system may switch threads here at any time; a sleep makes sure that it does.
                        thread::sleep(Duration::from_millis(2));
                    }
                    counter.store(read + 1, Relaxed);
                }
            });
        }
    });
    let counter = counter.into_inner();
    println!("Expected: 200000");
    println!("Without a lock: {counter}");
    println!("Lost updates: {}", 200_000 - counter);
}
