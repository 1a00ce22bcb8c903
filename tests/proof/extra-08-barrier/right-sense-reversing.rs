//! Right: a sense-reversing barrier; arriving is an AcqRel subtraction, the last one resets the count (Relaxed) and publishes that with the Release store of the sense, which the others acquire.

use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

use anyhow::{Context, Result};

struct SenseBarrier {
    size: u32,
    missing: AtomicU32,
    sense: AtomicBool,
}

struct Member {
    barrier: Arc<SenseBarrier>,
    sense: bool,
}

impl SenseBarrier {
    fn new(size: u32) -> Arc<Self> {
        Arc::new(SenseBarrier {
            size,
            missing: AtomicU32::new(size),
            sense: AtomicBool::new(false),
        })
    }

    fn member(self: &Arc<Self>) -> Member {
        Member {
            barrier: Arc::clone(self),
            sense: false,
        }
    }
}

impl Member {
    fn wait(&mut self) {
        self.sense = !self.sense;
        let barrier = &*self.barrier;
        if barrier.missing.fetch_sub(1, Ordering::AcqRel) == 1 {
            barrier.missing.store(barrier.size, Ordering::Relaxed);
            barrier.sense.store(self.sense, Ordering::Release);
        } else {
            while barrier.sense.load(Ordering::Acquire) != self.sense {
                thread::yield_now();
            }
        }
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

    let barrier = SenseBarrier::new(threads);
    let mut handles = Vec::new();
    for t in 0..threads {
        let mut member = barrier.member();
        handles.push(thread::spawn(move || {
            for p in 0..phases {
                println!("phase {p} thread {t}");
                member.wait();
            }
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    Ok(())
}
