//! 200,000 additions to one counter under a lock: by one thread, and by two.

use std::thread;

use parking_lot::Mutex;
use threadlings_benches::timed;

fn main() {
    timed("one thread", || by_threads(1));
    timed("two threads", || by_threads(2));
}

fn increment(counter: &Mutex<u32>, times: u32) {
    for _ in 0..times {
        *counter.lock() += 1;
    }
}

fn by_threads(count: u32) -> u32 {
    let counter = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..count {
            s.spawn(|| increment(&counter, 200_000 / count));
        }
    });
    counter.into_inner()
}
