//! Waits without looking at any state: when the thread notifies before main waits, main waits for ever.
use std::sync::{Arc, Condvar, Mutex};
use std::{env, thread};

fn main() -> Result<(), String> {
    let count = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("COUNT: {e}"))?,
        None => 5,
    };
    let pair = Arc::new((Mutex::new(false), Condvar::new()));
    let theirs = pair.clone();
    thread::spawn(move || {
        for i in 0..count {
            println!("{i}");
        }
        *theirs.0.lock().unwrap() = true;
        theirs.1.notify_one();
    });
    let mut done = pair.0.lock().unwrap();
    loop {
        done = pair.1.wait(done).unwrap();
        if *done {
            return Ok(());
        }
    }
}
