//! LazyLock statics; main waits on a condition variable until all have added, without any join.
use std::sync::LazyLock;
use std::{env, thread};

use anyhow::Context;
use parking_lot::{Condvar, Mutex};

static COUNTER: LazyLock<Mutex<u32>> = LazyLock::new(Mutex::default);
static GREW: Condvar = Condvar::new();

fn main() -> anyhow::Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("THREADS must be a number")?,
        None => 5,
    };
    for _ in 0..threads {
        thread::spawn(|| {
            let mut counter = COUNTER.lock();
            *counter += 1;
            GREW.notify_all();
        });
    }
    let mut counter = COUNTER.lock();
    while *counter != threads {
        GREW.wait(&mut counter);
    }
    println!("{counter}");
    Ok(())
}
