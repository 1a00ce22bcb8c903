//! Wrong: Dekker's algorithm without the SeqCst fence between raising the own flag and looking at the other's, so both may go in and their lines mix.

use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result};

/// A reentrant lock for two threads.
#[derive(Default)]
struct Dekker {
    wants: [AtomicBool; 2],
    turn: AtomicUsize,
    depths: [AtomicU32; 2],
}

impl Dekker {
    fn raise(&self, me: usize) {
        self.wants[me].store(true, Ordering::Release);
    }

    fn lock(&self, me: usize) {
        if self.depths[me].fetch_add(1, Ordering::Relaxed) > 0 {
            return;
        }
        let other = 1 - me;
        self.raise(me);
        while self.wants[other].load(Ordering::Acquire) {
            if self.turn.load(Ordering::Acquire) == other {
                // Step back until the other one is through.
                self.wants[me].store(false, Ordering::Release);
                while self.turn.load(Ordering::Acquire) == other {
                    if !self.wants[other].load(Ordering::Acquire) {
                        break;
                    }
                    thread::yield_now();
                }
                self.raise(me);
            } else {
                thread::yield_now();
            }
        }
    }

    fn unlock(&self, me: usize) {
        if self.depths[me].fetch_sub(1, Ordering::Relaxed) == 1 {
            self.turn.store(1 - me, Ordering::Release);
            self.wants[me].store(false, Ordering::Release);
        }
    }
}

fn descend(lock: &Dekker, me: usize, depth: u32, deepest: u32) {
    lock.lock(me);
    println!("depth {depth}");
    if depth < deepest {
        descend(lock, me, depth + 1, deepest);
    }
    lock.unlock(me);
}

fn main() -> Result<()> {
    let deepest: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("DEPTH must be a whole number")?,
        None => 3,
    };

    let lock = Arc::new(Dekker::default());
    let handles: Vec<_> = (0..2)
        .map(|me| {
            let lock = Arc::clone(&lock);
            thread::spawn(move || descend(&lock, me, 0, deepest))
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
    Ok(())
}
