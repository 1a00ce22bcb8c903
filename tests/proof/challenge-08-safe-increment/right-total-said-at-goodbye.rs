//! Right: a thread-local value of main's prints the total when it is dropped, which is the last thing that main does.
use std::cell::Cell;
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, thread};

use anyhow::{Context, Result};

static COUNT: AtomicU32 = AtomicU32::new(0);

struct Goodbye(Cell<bool>);

impl Drop for Goodbye {
    fn drop(&mut self) {
        if self.0.get() {
            println!("Count safe: {}", COUNT.load(Ordering::SeqCst));
        }
    }
}

thread_local! {
    static GOODBYE: Goodbye = const { Goodbye(Cell::new(false)) };
}

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| COUNT.fetch_add(1, Ordering::SeqCst));
        }
    });
    GOODBYE.with(|goodbye| goodbye.0.set(true));
    Ok(())
}
