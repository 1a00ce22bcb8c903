//! Read, wait, write, with the lock held all the way: five threads of 0.1 s take 0.5 s, one after the other.
//!
//! Python: a `global` beside its lock. In Rust a `static` cannot be changed by threads unless a lock or an
//! atomic is around it, so the lock is part of the variable. The guard `count` is the lock being held: as
//! long as it lives, everyone else waits. Holding it while sleeping is safe, and slow: keep such sections
//! short.

use std::thread;
use std::time::Duration;

use parking_lot::Mutex;

static COUNT: Mutex<u32> = Mutex::new(0);

fn main() {
    thread::scope(|s| {
        for _ in 0..5 {
            s.spawn(increment);
        }
    });
    println!("Count: {}", COUNT.lock());
}

fn increment() {
    let mut count = COUNT.lock();
    let read = *count;
    thread::sleep(Duration::from_millis(100));
    *count = read + 1;
}
