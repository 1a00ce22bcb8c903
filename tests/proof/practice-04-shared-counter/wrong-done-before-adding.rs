//! Each thread reports itself done before it adds: main may print too early.
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::{env, thread};

static DONE: AtomicU32 = AtomicU32::new(0);
static COUNTER: AtomicU32 = AtomicU32::new(0);

fn main() -> Result<(), String> {
    let threads = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("THREADS: {e}"))?,
        None => 5,
    };
    for _ in 0..threads {
        thread::spawn(|| {
            DONE.fetch_add(1, SeqCst);
            COUNTER.fetch_add(1, SeqCst);
        });
    }
    while DONE.load(SeqCst) < threads {
        thread::yield_now();
    }
    println!("{}", COUNTER.load(SeqCst));
    Ok(())
}
