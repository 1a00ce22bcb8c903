//! Odd threads take the two locks in the other order: two threads can wait for each other for ever.
use std::sync::Mutex;
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a number")?,
        None => 5,
    };
    let (counter, log) = (Mutex::new(0), Mutex::new(Vec::new()));
    thread::scope(|s| {
        for i in 0..threads {
            let (counter, log) = (&counter, &log);
            s.spawn(move || {
                if i % 2 == 0 {
                    let mut count = counter.lock().unwrap();
                    log.lock().unwrap().push(i);
                    *count += 1;
                } else {
                    let mut log = log.lock().unwrap();
                    *counter.lock().unwrap() += 1;
                    log.push(i);
                }
            });
        }
    });
    println!("{}", counter.into_inner()?);
    Ok(())
}
