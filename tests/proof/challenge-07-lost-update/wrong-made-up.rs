//! wrong: the threads do nothing and the line is made up: always one less than THREADS.

use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("THREADS must be a whole number")?,
        None => 5,
    };
    let handles: Vec<_> = (0..threads).map(|_| thread::spawn(thread::yield_now)).collect();
    for handle in handles {
        handle.join().unwrap();
    }
    println!("Count with race condition: {}", if threads > 1 { threads - 1 } else { threads });
    Ok(())
}
