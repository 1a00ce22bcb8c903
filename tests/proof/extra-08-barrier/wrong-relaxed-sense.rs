//! Wrong: the last one flips the sense with a Relaxed store, so another thread may see the flip and arrive at the next phase before the reset of the count, which then wipes its arrival out: the barrier hangs.

use std::env;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

use anyhow::{Context, Result};

/// A reusable barrier. Threads alternate between two senses, so it can be used phase after phase.
struct Barrier {
    parties: u32,
    remaining: AtomicU32,
    sense: AtomicBool,
}

impl Barrier {
    fn new(parties: u32) -> Self {
        Barrier {
            parties,
            remaining: AtomicU32::new(parties),
            sense: AtomicBool::new(false),
        }
    }

    fn wait(&self, local_sense: &mut bool) {
        *local_sense = !*local_sense;
        if self.remaining.fetch_sub(1, Ordering::AcqRel) == 1 {
            // the last one: make ready for the next phase, then let everybody go
            self.remaining.store(self.parties, Ordering::Relaxed);
            self.sense.store(*local_sense, Ordering::Relaxed);
        } else {
            while self.sense.load(Ordering::Acquire) != *local_sense {
                thread::yield_now();
            }
        }
    }
}

fn worker(t: u32, phases: u32, barrier: &Barrier) {
    let mut local_sense = false;
    for p in 0..phases {
        println!("phase {p} thread {t}");
        barrier.wait(&mut local_sense);
    }
}

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let threads: u32 = match args.next() {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 3,
    };
    let phases: u32 = match args.next() {
        Some(arg) => arg.parse().context("PHASES must be a whole number")?,
        None => 2,
    };
    let barrier = Barrier::new(threads);
    thread::scope(|scope| {
        for t in 0..threads {
            let barrier = &barrier;
            scope.spawn(move || worker(t, phases, barrier));
        }
    });
    Ok(())
}
