//! Each thread is joined before the next is started: never two at once.
use std::sync::{Arc, Mutex};
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a number")?,
        None => 5,
    };
    let counter = Arc::new(Mutex::new(0u32));
    for _ in 0..threads {
        let counter = counter.clone();
        thread::spawn(move || *counter.lock().unwrap() += 1).join().unwrap();
    }
    println!("{}", *counter.lock().unwrap());
    Ok(())
}
