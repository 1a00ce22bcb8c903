//! The spin lock looks and takes in two steps: two threads can both get in.
use std::hint;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::{env, thread};

static TAKEN: AtomicBool = AtomicBool::new(false);
static COUNTER: AtomicU32 = AtomicU32::new(0);

fn add_one() {
    while TAKEN.load(SeqCst) {
        hint::spin_loop();
    }
    TAKEN.store(true, SeqCst);
    COUNTER.store(COUNTER.load(SeqCst) + 1, SeqCst);
    TAKEN.store(false, SeqCst);
}

fn main() -> Result<(), String> {
    let threads = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("THREADS: {e}"))?,
        None => 5,
    };
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(add_one);
        }
    });
    println!("{}", COUNTER.load(SeqCst));
    Ok(())
}
