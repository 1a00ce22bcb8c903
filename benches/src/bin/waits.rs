//! Five waits of 0.2 s, in a row and at once.

use std::thread;
use std::time::Duration;

use threadlings_benches::timed;

fn main() {
    timed("in a row", in_a_row);
    timed("threads", at_once);
}

fn wait() {
    thread::sleep(Duration::from_millis(200));
}

fn in_a_row() -> &'static str {
    for _ in 0..5 {
        wait();
    }
    "waited"
}

fn at_once() -> &'static str {
    thread::scope(|s| {
        for _ in 0..5 {
            s.spawn(wait);
        }
    });
    "waited"
}
