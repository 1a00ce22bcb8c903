//! Right: each thread gives its Arc back when it has counted; main waits until it is the only one to hold it.
use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use anyhow::{Context, Result};

static COUNT: AtomicU32 = AtomicU32::new(0);

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let token = Arc::new(());
    for _ in 0..threads {
        let token = Arc::clone(&token);
        thread::spawn(move || {

            COUNT.fetch_add(1, Ordering::SeqCst);
            drop(token);
        });
    }
    while Arc::strong_count(&token) > 1 {
        thread::yield_now();
    }
    println!("{}", COUNT.load(Ordering::SeqCst));
    Ok(())
}
