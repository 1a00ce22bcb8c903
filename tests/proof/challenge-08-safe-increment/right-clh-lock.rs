//! Right: a CLH lock over indices; the AcqRel swap publishes "my node is busy" to the successor, the Release store of "free" publishes the count, so the plain load and store of it are safe.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result};

/// Node 0 is free from the start; thread t owns node t + 1 and uses it once.
struct Queue {
    busy: Vec<AtomicBool>,
    tail: AtomicUsize,
    count: AtomicU32,
}

impl Queue {
    fn with_capacity(threads: usize) -> Queue {
        Queue {
            busy: (0..=threads).map(|_| AtomicBool::new(false)).collect(),
            tail: AtomicUsize::new(0),
            count: AtomicU32::new(0),
        }
    }

    fn increment(&self, node: usize) {
        self.busy[node].store(true, Ordering::Relaxed);
        // Release: my successor must not see my node as free before it was busy.
        // Acquire: the same for me and my predecessor.
        let predecessor = self.tail.swap(node, Ordering::AcqRel);
        while self.busy[predecessor].load(Ordering::Acquire) {
            thread::yield_now();
        }
        let count = self.count.load(Ordering::Relaxed);
        self.count.store(count + 1, Ordering::Relaxed);
        self.busy[node].store(false, Ordering::Release);
    }
}

fn main() -> Result<()> {
    let threads: u32 = match std::env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let queue = Arc::new(Queue::with_capacity(threads as usize));
    let mut handles = Vec::new();
    for t in 0..threads as usize {
        let queue = Arc::clone(&queue);
        handles.push(thread::spawn(move || queue.increment(t + 1)));
    }
    for handle in handles {
        handle.join().expect("no thread panics");
    }
    println!("Count safe: {}", queue.count.load(Ordering::Relaxed));
    Ok(())
}
