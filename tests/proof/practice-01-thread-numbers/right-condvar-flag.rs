//! No join: a flag under a parking_lot Mutex and its Condvar, waited for in a loop.
use std::sync::Arc;
use std::{env, thread};

use parking_lot::{Condvar, Mutex};

fn main() -> Result<(), String> {
    let count = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("COUNT: {e}"))?,
        None => 5,
    };
    let pair = Arc::new((Mutex::new(false), Condvar::new()));
    let theirs = Arc::clone(&pair);
    thread::spawn(move || {
        for i in 0..count {
            println!("{i}");
        }
        let (finished, changed) = &*theirs;
        *finished.lock() = true;
        changed.notify_one();
    });
    let (finished, changed) = &*pair;
    let mut finished = finished.lock();
    while !*finished {
        changed.wait(&mut finished);
    }
    Ok(())
}
