//! Right: the first thread to exchange EMPTY for BUILDING writes the table and stores READY with Release; the others learn of it on the failure path of the exchange, which acquires, before they read their number.

use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU32, AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result};

const EMPTY: u8 = 0;
const BUILDING: u8 = 1;
const READY: u8 = 2;

/// Numbers for the threads, odd ones first; made by whoever needs them first.
struct Numbers {
    state: AtomicU8,
    table: Vec<AtomicU32>,
    next: AtomicUsize,
}

impl Numbers {
    fn new(count: u32) -> Self {
        Numbers {
            state: AtomicU8::new(EMPTY),
            table: (0..count).map(|_| AtomicU32::new(0)).collect(),
            next: AtomicUsize::new(0),
        }
    }

    fn build(&self) {
        let count = self.table.len() as u32;
        let numbers = (1..count).step_by(2).chain((0..count).step_by(2));
        for (place, number) in self.table.iter().zip(numbers) {
            place.store(number, Ordering::Relaxed);
        }
    }

    fn draw(&self) -> u32 {
        loop {
            match self.state.compare_exchange(
                EMPTY,
                BUILDING,
                Ordering::Relaxed,
                Ordering::Acquire,
            ) {
                Ok(_) => {
                    self.build();
                    self.state.store(READY, Ordering::Release);
                    break;
                }
                Err(READY) => break,
                Err(_) => thread::yield_now(),
            }
        }
        let ticket = self.next.fetch_add(1, Ordering::Relaxed);
        self.table[ticket].load(Ordering::Relaxed)
    }
}

fn main() -> Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 3,
    };

    let numbers = Arc::new(Numbers::new(count));
    let tasks: Vec<_> = (0..count)
        .map(|_| {
            let numbers = Arc::clone(&numbers);
            thread::spawn(move || println!("Task {}", numbers.draw()))
        })
        .collect();
    for task in tasks {
        task.join().expect("a task panicked");
    }
    Ok(())
}
