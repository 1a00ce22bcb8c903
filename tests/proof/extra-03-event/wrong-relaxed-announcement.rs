//! Wrong: the announcement is Relaxed on both sides, so main may count a waiter and still find its slot empty; that one is never unparked and sleeps for ever (a hang).

use std::env;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread::{self, Thread};

use anyhow::{Context, Result};

struct Event {
    is_set: AtomicBool,
    /// How many wait. Only a number, so Relaxed is enough.
    waiting: AtomicUsize,
    /// Whom to wake.
    sleepers: Vec<OnceLock<Thread>>,
}

impl Event {
    fn new(waiters: usize) -> Self {
        Event {
            is_set: AtomicBool::new(false),
            waiting: AtomicUsize::new(0),
            sleepers: vec![OnceLock::new(); waiters],
        }
    }

    fn wait(&self, me: usize) {
        self.sleepers[me].set(thread::current()).ok();
        self.waiting.fetch_add(1, Ordering::Relaxed);
        while !self.is_set.load(Ordering::Acquire) {
            thread::park();
        }
    }

    fn set(&self) {
        self.is_set.store(true, Ordering::Release);
        self.sleepers
            .iter()
            .filter_map(OnceLock::get)
            .for_each(Thread::unpark);
    }
}

fn main() -> Result<()> {
    let waiters: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("WAITERS must be a whole number")?,
        None => 3,
    };
    let waiters = waiters as usize;
    let event = Arc::new(Event::new(waiters));
    let handles: Vec<_> = (0..waiters)
        .map(|i| {
            let event = Arc::clone(&event);
            thread::spawn(move || {
                println!("waiting {i}");
                event.wait(i);
                println!("go {i}");
            })
        })
        .collect();

    while event.waiting.load(Ordering::Relaxed) < waiters {
        thread::yield_now();
    }
    println!("set");
    event.set();
    for handle in handles {
        handle.join().expect("a waiter panicked");
    }
    Ok(())
}
