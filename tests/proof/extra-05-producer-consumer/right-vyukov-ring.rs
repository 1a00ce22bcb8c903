//! Right: one channel, a bounded ring of cells with sequence numbers after Vyukov; positions move Relaxed, each item travels over its cell's Release/Acquire pair, and emptiness is looked at again after the channel was seen closed.

use std::env;
use std::sync::Arc;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize};
use std::thread;

use anyhow::{Context, Result, ensure};

struct Cell {
    sequence: AtomicUsize,
    item: AtomicU32,
}

/// Many producers, many consumers.
struct Channel {
    cells: Box<[Cell]>,
    tail: AtomicUsize,
    head: AtomicUsize,
    closed: AtomicBool,
}

impl Channel {
    fn new(power: u32) -> Self {
        let cell = |i| Cell {
            sequence: AtomicUsize::new(i),
            item: AtomicU32::new(0),
        };
        Channel {
            cells: (0..1usize << power).map(cell).collect(),
            tail: AtomicUsize::new(0),
            head: AtomicUsize::new(0),
            closed: AtomicBool::new(false),
        }
    }

    fn cell(&self, position: usize) -> &Cell {
        &self.cells[position & (self.cells.len() - 1)]
    }

    fn try_send(&self, item: u32) -> bool {
        let mut position = self.tail.load(Relaxed);
        loop {
            let cell = self.cell(position);
            let sequence = cell.sequence.load(Acquire);
            if sequence == position {
                match self.tail.compare_exchange_weak(position, position + 1, Relaxed, Relaxed) {
                    Ok(_) => {
                        cell.item.store(item, Relaxed);
                        cell.sequence.store(position + 1, Release);
                        return true;
                    }
                    Err(now) => position = now,
                }
            } else if sequence < position {
                return false;
            } else {
                position = self.tail.load(Relaxed);
            }
        }
    }

    fn send(&self, item: u32) {
        while !self.try_send(item) {
            thread::yield_now();
        }
    }

    fn try_receive(&self) -> Option<u32> {
        let mut position = self.head.load(Relaxed);
        loop {
            let cell = self.cell(position);
            let sequence = cell.sequence.load(Acquire);
            if sequence == position + 1 {
                match self.head.compare_exchange_weak(position, position + 1, Relaxed, Relaxed) {
                    Ok(_) => {
                        let item = cell.item.load(Relaxed);
                        cell.sequence.store(position + self.cells.len(), Release);
                        return Some(item);
                    }
                    Err(now) => position = now,
                }
            } else if sequence < position + 1 {
                return None;
            } else {
                position = self.head.load(Relaxed);
            }
        }
    }

    /// The next item, or None when the channel is closed and empty.
    fn receive(&self) -> Option<u32> {
        loop {
            if let Some(item) = self.try_receive() {
                return Some(item);
            }
            if self.closed.load(Acquire) {
                // All sends are visible now: what is not found now will not come.
                return self.try_receive();
            }
            thread::yield_now();
        }
    }

    fn close(&self) {
        self.closed.store(true, Release);
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

    let channel = Arc::new(Channel::new(2));
    let handles: Vec<_> = (0..consumers)
        .map(|_| {
            let channel = Arc::clone(&channel);
            thread::spawn(move || {
                let mut doubles = Vec::new();
                while let Some(item) = channel.receive() {
                    doubles.push(2 * u64::from(item));
                }
                doubles
            })
        })
        .collect();
    for item in 0..items {
        channel.send(item);
    }
    channel.close();
    let mut doubles: Vec<u64> = Vec::new();
    for handle in handles {
        doubles.extend(handle.join().unwrap());
    }
    doubles.sort_unstable();
    println!("{doubles:?}");
    Ok(())
}
