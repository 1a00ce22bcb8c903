//! Three threads wait for one signal: none goes before it, and all go after it, also one that comes late.
//!
//! Python: `threading.Event` with `wait()` and `set()`. In Rust an event is a `bool` under a lock and a
//! condition variable: the flag remembers that the signal was given, `notify_all` wakes those who sleep. The
//! `Barrier` only makes sure that everyone has printed `waiting` before the signal comes.

use std::sync::{Barrier, Condvar, Mutex};
use std::thread;

fn main() {
    let is_set = Mutex::new(false);
    let signal = Condvar::new();
    let all_waiting = Barrier::new(4);

    thread::scope(|s| {
        for i in 0..3 {
            let (is_set, signal, all_waiting) = (&is_set, &signal, &all_waiting);
            s.spawn(move || {
                println!("waiter {i} waiting");
                all_waiting.wait();
                drop(signal.wait_while(is_set.lock().unwrap(), |is_set| !*is_set).unwrap());
                println!("waiter {i} goes");
            });
        }
        all_waiting.wait();
        println!("signal!");
        *is_set.lock().unwrap() = true;
        signal.notify_all();
    });
}
