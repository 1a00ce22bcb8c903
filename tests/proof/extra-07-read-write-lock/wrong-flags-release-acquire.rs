//! Wrong: reader and writer each raise a flag with Release and look at the other's with Acquire; store buffering lets both find it down, so a reader's lines come between `write begin` and `write end`.

use std::env;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

use anyhow::{Context, Result};

/// A read-write lock for one writer, in which each reader has a slot of its own, so that readers never
/// contend with each other.
struct SlotLock {
    slots: Box<[AtomicBool]>,
    writer: AtomicBool,
}

/// Holds slot `self.0` until it is dropped.
struct ReadGuard<'a>(&'a AtomicBool);

/// Keeps the readers out until it is dropped.
struct WriteGuard<'a>(&'a AtomicBool);

impl SlotLock {
    fn new(readers: u32) -> Self {
        SlotLock {
            slots: (0..readers).map(|_| AtomicBool::new(false)).collect(),
            writer: AtomicBool::new(false),
        }
    }

    fn read(&self, slot: u32) -> ReadGuard<'_> {
        let slot = &self.slots[slot as usize];
        loop {
            slot.store(true, Ordering::Release);
            if !self.writer.load(Ordering::Acquire) {
                return ReadGuard(slot);
            }
            // the writer was first: step back until it is done
            slot.store(false, Ordering::Release);
            while self.writer.load(Ordering::Acquire) {
                thread::yield_now();
            }
        }
    }

    fn write(&self) -> WriteGuard<'_> {
        self.writer.store(true, Ordering::Release);
        for slot in &self.slots {
            while slot.load(Ordering::Acquire) {
                thread::yield_now();
            }
        }
        WriteGuard(&self.writer)
    }
}

impl Drop for ReadGuard<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

impl Drop for WriteGuard<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

fn main() -> Result<()> {
    let readers: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("READERS must be a whole number")?,
        None => 3,
    };
    let lock = SlotLock::new(readers);
    let value = AtomicU32::new(0);
    thread::scope(|scope| {
        for reader in 0..readers {
            let (lock, value) = (&lock, &value);
            scope.spawn(move || {
                let _guard = lock.read(reader);
                let v = value.load(Ordering::Relaxed);
                println!("read {v} begin");
                println!("read {v} end");
            });
        }
        scope.spawn(|| {
            let _guard = lock.write();
            println!("write begin");
            value.store(1, Ordering::Relaxed);
            println!("write end");
        });
    });
    Ok(())
}
