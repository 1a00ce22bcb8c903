//! Wrong: the swap of the tail is Relaxed, so a thread may get its predecessor's index and still see that node as free, as it was at first: two inside the lock, a lost update.

use std::env;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result};

struct Node {
    held: AtomicBool,
}

/// A queue lock. The nodes do the synchronising, the tail only hands out places.
struct QueueLock {
    nodes: Vec<Node>,
    tail: AtomicUsize,
}

struct Held<'a>(&'a Node);

impl QueueLock {
    fn new(threads: usize) -> Self {
        let nodes = (0..threads + 1)
            .map(|_| Node {
                held: AtomicBool::new(false),
            })
            .collect();
        QueueLock {
            nodes,
            tail: AtomicUsize::new(threads),
        }
    }

    fn lock(&self, me: usize) -> Held<'_> {
        self.nodes[me].held.store(true, Ordering::Release);
        let before = self.tail.swap(me, Ordering::Relaxed);
        while self.nodes[before].held.load(Ordering::Acquire) {
            thread::yield_now();
        }
        Held(&self.nodes[me])
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.0.held.store(false, Ordering::Release);
    }
}

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let lock = QueueLock::new(threads as usize);
    let count = AtomicU32::new(0);
    thread::scope(|scope| {
        for me in 0..threads as usize {
            let (lock, count) = (&lock, &count);
            scope.spawn(move || {
                let _held = lock.lock(me);
                let now = count.load(Ordering::Relaxed);
                count.store(now + 1, Ordering::Relaxed);
            });
        }
    });
    println!("Count safe: {}", count.load(Ordering::Relaxed));
    Ok(())
}
