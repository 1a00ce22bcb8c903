//! Wrong: a thread that has sent its message may still hold its Arc: try_unwrap fails, and 0 is printed.
use std::env;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let counter = Arc::new(Mutex::new(0u64));
    let (done, all_done) = mpsc::channel();
    for _ in 0..threads {
        let (counter, done) = (Arc::clone(&counter), done.clone());
        thread::spawn(move || {
            *counter.lock().unwrap() += 1;
            done.send(()).unwrap();
        });
    }
    for _ in 0..threads {
        all_done.recv()?;
    }
    let counter = Arc::try_unwrap(counter).map_or(0, |counter| counter.into_inner().unwrap());
    println!("{counter}");
    Ok(())
}
