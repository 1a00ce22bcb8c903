//! Wrong: when ITEMS is more than ten times CAPACITY a second consumer thread helps; violates "two threads" (CAPACITY=2 ITEMS=30: three threads, every schedule; the lines are right).
use std::collections::VecDeque;
use std::env;
use std::sync::{Condvar, Mutex};
use std::thread;

use anyhow::{Context, Result, ensure};

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let capacity: u32 = match args.next() {
        Some(arg) => arg.parse().context("CAPACITY must be a whole number")?,
        None => 2,
    };
    let items: u32 = match args.next() {
        Some(arg) => arg.parse().context("ITEMS must be a whole number")?,
        None => 6,
    };
    ensure!(capacity >= 1, "CAPACITY must be at least 1");

    let consumers = if items > capacity.saturating_mul(10) { 2 } else { 1 };
    let buffer = Mutex::new((VecDeque::new(), 0u32)); // queue, how many were got
    let changed = Condvar::new();
    thread::scope(|s| {
        s.spawn(|| {
            for i in 0..items {
                let mut b = buffer.lock().unwrap();
                while b.0.len() as u32 >= capacity {
                    b = changed.wait(b).unwrap();
                }
                b.0.push_back(i);
                println!("put {i}");
                changed.notify_all();
            }
        });
        for _ in 0..consumers {
            s.spawn(|| {
                loop {
                    let mut b = buffer.lock().unwrap();
                    while b.0.is_empty() && b.1 < items {
                        b = changed.wait(b).unwrap();
                    }
                    let Some(i) = b.0.pop_front() else { break };
                    println!("got {i}");
                    b.1 += 1;
                    changed.notify_all();
                }
            });
        }
    });
    Ok(())
}
