//! Right: whoever lets the counter go last takes it out of its `Arc`, which synchronises with all others, and sends what is in it to main.
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, mpsc};
use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let count = Arc::new(AtomicU32::new(0));
    let (sender, receiver) = mpsc::channel();
    let add = |count: Arc<AtomicU32>, by| {
        count.fetch_add(by, Ordering::Relaxed);
        if let Some(count) = Arc::into_inner(count) {
            let _ = sender.send(count.load(Ordering::Relaxed));
        }
    };
    thread::scope(|s| {
        for _ in 0..threads {
            let (count, add) = (Arc::clone(&count), add.clone());
            s.spawn(move || add(count, 1));
        }
        add(count, 0);
    });
    println!("Count safe: {}", receiver.recv()?);
    Ok(())
}
