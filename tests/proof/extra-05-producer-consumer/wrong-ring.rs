//! Wrong: the receiver reads a cell's sequence number Relaxed (it must be Acquire), so it may take an old item out of a cell that has just been filled: one number lost, another one twice.

use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, ensure};

const CAPACITY: usize = 4;
const END: u64 = u64::MAX;

struct Slot {
    turn: AtomicUsize,
    value: AtomicU64,
}

/// A bounded queue for one producer and many consumers.
struct Queue {
    slots: [Slot; CAPACITY],
    head: AtomicUsize,
}

impl Queue {
    fn new() -> Self {
        Queue {
            slots: std::array::from_fn(|i| Slot {
                turn: AtomicUsize::new(i),
                value: AtomicU64::new(0),
            }),
            head: AtomicUsize::new(0),
        }
    }

    /// Puts the `n`-th value. Waits while its slot is still in use.
    fn put(&self, n: usize, value: u64) {
        let slot = &self.slots[n % CAPACITY];
        while slot.turn.load(Ordering::Acquire) != n {
            thread::yield_now();
        }
        slot.value.store(value, Ordering::Relaxed);
        slot.turn.store(n + 1, Ordering::Release);
    }

    fn take(&self) -> u64 {
        // Every consumer draws a number, and waits until the slot for it is filled.
        let n = self.head.fetch_add(1, Ordering::Relaxed);
        let slot = &self.slots[n % CAPACITY];
        while slot.turn.load(Ordering::Relaxed) != n + 1 {
            thread::yield_now();
        }
        let value = slot.value.load(Ordering::Relaxed);
        slot.turn.store(n + CAPACITY, Ordering::Release);
        value
    }
}

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let items: u32 = match args.next() {
        Some(arg) => arg.parse().context("ITEMS must be a whole number")?,
        None => 10,
    };
    let consumers: u32 = match args.next() {
        Some(arg) => arg.parse().context("CONSUMERS must be a whole number")?,
        None => 3,
    };
    ensure!(consumers >= 1, "CONSUMERS must be at least 1");

    let queue = Arc::new(Queue::new());
    let handles: Vec<_> = (0..consumers)
        .map(|_| {
            let queue = Arc::clone(&queue);
            thread::spawn(move || {
                let mut doubled = Vec::new();
                loop {
                    match queue.take() {
                        END => return doubled,
                        value => doubled.push(value * 2),
                    }
                }
            })
        })
        .collect();

    let values = (0..u64::from(items)).chain((0..consumers).map(|_| END));
    for (n, value) in values.enumerate() {
        queue.put(n, value);
    }
    let mut doubled: Vec<u64> = handles.into_iter().flat_map(|h| h.join().unwrap()).collect();
    doubled.sort();
    println!("{doubled:?}");
    Ok(())
}
