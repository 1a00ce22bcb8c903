//! Wrong: the ring has sixteen places whatever CAPACITY says; violates "CAPACITY reached on some schedule (where ITEMS allows it)" (CAPACITY=17 or more with at least as many ITEMS, e.g. 20 40: never more than 16 are put and not yet got).
use std::env;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use anyhow::{Context, Result, ensure};

const SIZE: usize = 16;

struct Ring {
    cells: [u32; SIZE],
    head: usize,
    used: usize,
}

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

    let capacity = (capacity as usize).min(SIZE);
    let ring = Arc::new((Mutex::new(Ring { cells: [0; SIZE], head: 0, used: 0 }), Condvar::new()));
    let shared = Arc::clone(&ring);
    let producer = thread::spawn(move || {
        let (ring, changed) = &*shared;
        for i in 0..items {
            let mut r = ring.lock().unwrap();
            while r.used == capacity {
                r = changed.wait(r).unwrap();
            }
            let at = (r.head + r.used) % SIZE;
            r.cells[at] = i;
            r.used += 1;
            println!("put {i}");
            changed.notify_all();
        }
    });
    let consumer = thread::spawn(move || {
        let (ring, changed) = &*ring;
        for _ in 0..items {
            let mut r = ring.lock().unwrap();
            while r.used == 0 {
                r = changed.wait(r).unwrap();
            }
            println!("got {}", r.cells[r.head]);
            r.head = (r.head + 1) % SIZE;
            r.used -= 1;
            changed.notify_all();
        }
    });
    producer.join().unwrap();
    consumer.join().unwrap();
    Ok(())
}
