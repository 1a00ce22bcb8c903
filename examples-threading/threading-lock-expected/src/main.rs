//! The counter under the standard library's own `Mutex`: look at the `unwrap` after `lock()`.
//!
//! Python: a `with lock:` block that raises releases the lock, and the next thread works on with half-changed
//! data. In Rust a thread that panics while it holds a `std::sync::Mutex` poisons it: the next `lock()` is an
//! `Err`, and `unwrap` passes the panic on. The lock of `parking_lot` (`threading-lock`) has no poison, hence
//! no `unwrap`.

use std::sync::Mutex;
use std::thread;

fn main() {
    let counter = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                for _ in 0..1_000 {
                    *counter.lock().unwrap() += 1;
                }
            });
        }
    });
    println!("Counter with lock: {} (expected: {})", counter.into_inner().unwrap(), 2 * 1_000);
}
