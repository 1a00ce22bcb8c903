//! 100,000 items through a queue, from one thread to another.

use std::thread;

use crossbeam_channel::{Sender, unbounded};
use threadlings_benches::timed;

const ITEMS: u64 = 100_000;

fn main() {
    timed("queue", through_a_queue);
}

fn produce(items: Sender<u64>) {
    for i in 0..ITEMS {
        items.send(i).unwrap();
    }
} // the end: the sender is dropped

fn through_a_queue() -> u64 {
    let (sender, items) = unbounded();
    thread::scope(|s| {
        s.spawn(|| produce(sender));
        items.iter().sum()
    })
}
