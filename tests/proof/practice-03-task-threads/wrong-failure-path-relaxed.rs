//! Wrong: a thread that finds the table ready learns it on the failure path of the exchange, which is Relaxed, and may still read its place as 0: `Task 0` twice and another line missing.

use std::env;
use std::sync::atomic::{AtomicU8, AtomicU32, AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result};

const NOT_BUILT: u8 = 0;
const BEING_BUILT: u8 = 1;
const BUILT: u8 = 2;

/// Hands out the task numbers. The table is built lazily by the first thread that comes.
struct TaskNumbers {
    state: AtomicU8,
    numbers: Vec<AtomicU32>,
    handed_out: AtomicUsize,
}

impl TaskNumbers {
    fn new(count: u32) -> Self {
        TaskNumbers {
            state: AtomicU8::new(NOT_BUILT),
            numbers: (0..count).map(|_| AtomicU32::new(0)).collect(),
            handed_out: AtomicUsize::new(0),
        }
    }

    /// Makes sure that the table is there.
    fn ensure_built(&self) {
        loop {
            // Acquire if we get it; a failed exchange changes nothing and needs no ordering
            match self.state.compare_exchange(
                NOT_BUILT,
                BEING_BUILT,
                Ordering::Acquire,
                Ordering::Relaxed,
            ) {
                Ok(_) => {
                    for (i, number) in self.numbers.iter().enumerate() {
                        number.store(i as u32, Ordering::Relaxed);
                    }
                    self.state.store(BUILT, Ordering::Release);
                    return;
                }
                Err(BUILT) => return,
                Err(_) => thread::yield_now(),
            }
        }
    }

    fn take(&self) -> u32 {
        self.ensure_built();
        let place = self.handed_out.fetch_add(1, Ordering::Relaxed);
        self.numbers[place].load(Ordering::Relaxed)
    }
}

fn main() -> Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 3,
    };
    let numbers = TaskNumbers::new(count);
    thread::scope(|scope| {
        for _ in 0..count {
            scope.spawn(|| {
                let i = numbers.take();
                println!("Task {i}");
            });
        }
    });
    Ok(())
}
