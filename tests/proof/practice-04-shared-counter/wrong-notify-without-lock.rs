//! The count changes outside the lock: a notify between main's look and its wait is lost, and main waits for ever.
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::{env, thread};

static COUNTER: AtomicU32 = AtomicU32::new(0);
static LOCK: Mutex<()> = Mutex::new(());
static CHANGED: Condvar = Condvar::new();

fn main() -> Result<(), String> {
    let threads = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("THREADS: {e}"))?,
        None => 5,
    };
    for _ in 0..threads {
        thread::spawn(|| {
            COUNTER.fetch_add(1, SeqCst);
            CHANGED.notify_all();
        });
    }
    let mut guard = LOCK.lock().unwrap();
    while COUNTER.load(SeqCst) < threads {
        guard = CHANGED.wait(guard).unwrap();
    }
    println!("{}", COUNTER.load(SeqCst));
    Ok(())
}
