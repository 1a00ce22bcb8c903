//! The start gate opens with notify_one: of several threads that wait at it all but one wait for ever.
use std::sync::{Condvar, Mutex};
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a number")?,
        None => 5,
    };
    let open = Mutex::new(false);
    let opened = Condvar::new();
    let counter = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                drop(opened.wait_while(open.lock().unwrap(), |open| !*open).unwrap());
                *counter.lock().unwrap() += 1;
            });
        }
        *open.lock().unwrap() = true;
        opened.notify_one();
    });
    println!("{}", counter.into_inner()?);
    Ok(())
}
