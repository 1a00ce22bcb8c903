//! Right: a flag per reader and one for the writer; "my flag up, then look at the other's" is store buffering and therefore SeqCst on all four accesses, while taking flags down is Release.

use std::env;
use std::sync::Arc;
use std::sync::atomic::{
    AtomicBool, AtomicU32,
    Ordering::{Acquire, Relaxed, Release, SeqCst},
};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};

/// Readers do not share a counter: each one has its own flag.
struct BigReaderLock {
    reading: Vec<AtomicBool>,
    writing: AtomicBool,
}

impl BigReaderLock {
    fn new(readers: usize) -> Self {
        let mut reading = Vec::new();
        reading.resize_with(readers, AtomicBool::default);
        BigReaderLock {
            reading,
            writing: AtomicBool::new(false),
        }
    }

    fn read_lock(&self, me: usize) {
        loop {
            self.reading[me].store(true, SeqCst);
            if !self.writing.load(SeqCst) {
                return;
            }
            self.reading[me].store(false, Release);
            while self.writing.load(Acquire) {
                thread::yield_now();
            }
        }
    }

    fn read_unlock(&self, me: usize) {
        self.reading[me].store(false, Release);
    }

    fn write_lock(&self) {
        self.writing.store(true, SeqCst);
        for flag in &self.reading {
            while flag.load(SeqCst) {
                thread::yield_now();
            }
        }
    }

    fn write_unlock(&self) {
        self.writing.store(false, Release);
    }
}

struct Shared {
    lock: BigReaderLock,
    value: AtomicU32,
}

fn read(shared: &Shared, me: usize) {
    shared.lock.read_lock(me);
    let value = shared.value.load(Relaxed);
    println!("read {value} begin");
    println!("read {value} end");
    shared.lock.read_unlock(me);
}

fn write(shared: &Shared) {
    shared.lock.write_lock();
    println!("write begin");
    shared.value.store(1, Relaxed);
    println!("write end");
    shared.lock.write_unlock();
}

fn main() -> Result<()> {
    let readers: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("READERS must be a whole number")?,
        None => 3,
    };
    let readers = readers as usize;
    let shared = Arc::new(Shared {
        lock: BigReaderLock::new(readers),
        value: AtomicU32::new(0),
    });
    let mut threads: Vec<JoinHandle<()>> = Vec::with_capacity(readers + 1);
    for me in 0..readers {
        let shared = Arc::clone(&shared);
        threads.push(thread::spawn(move || read(&shared, me)));
    }
    threads.push(thread::spawn(move || write(&shared)));
    for thread in threads {
        thread.join().expect("no thread panics");
    }
    Ok(())
}
