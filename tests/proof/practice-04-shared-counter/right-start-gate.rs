//! Threads wait at a gate of Mutex and Condvar until all are started; notify_all lets them go.
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
                let mut open = open.lock().unwrap();
                while !*open {
                    open = opened.wait(open).unwrap();
                }
                drop(open);
                *counter.lock().unwrap() += 1;
            });
        }
        *open.lock().unwrap() = true;
        opened.notify_all();
    });
    println!("{}", counter.into_inner()?);
    Ok(())
}
