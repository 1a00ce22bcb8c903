//! wrong: the count is set to 0 only after the threads have started: it can end as 0.

use std::process::exit;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result};
use crossbeam_channel::bounded;

static COUNT: AtomicUsize = AtomicUsize::new(0);

fn add_one() {
    let seen = COUNT.load(Ordering::Relaxed);
    COUNT.store(seen + 1, Ordering::Relaxed);
}

fn main() -> Result<()> {
    let threads: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let (done, finished) = bounded(0);
    for _ in 0..threads {
        let done = done.clone();
        thread::spawn(move || {
            add_one();
            done.send(()).unwrap();
        });
    }
    COUNT.store(0, Ordering::Relaxed);
    for _ in 0..threads {
        finished.recv()?;
    }
    println!("Count with race condition: {}", COUNT.load(Ordering::Relaxed));
    exit(0);
}
