//! Two threads add to one counter: each takes the lock for every addition, and no addition is lost.
//!
//! Python: `with lock: counter += 1`, and nothing stops a line that forgets the `with`. In Rust the `Mutex`
//! owns the counter: `lock()` is the only way to it, and the lock is released where the guard it returns goes
//! out of scope, here at the end of the statement. `threading-race` shows what happens without it.

use std::thread;

use parking_lot::Mutex;

fn main() {
    let counter = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                for _ in 0..100_000 {
                    *counter.lock() += 1;
                }
            });
        }
    });
    println!("Final Counter: {}", counter.into_inner());
}
