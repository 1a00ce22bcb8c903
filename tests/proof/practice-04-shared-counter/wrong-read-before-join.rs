//! The count is read before the joins and printed after them.
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::{env, thread};

static COUNTER: AtomicU32 = AtomicU32::new(0);

fn main() -> Result<(), String> {
    let threads = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("THREADS: {e}"))?,
        None => 5,
    };
    let handles: Vec<_> = (0..threads).map(|_| thread::spawn(|| COUNTER.fetch_add(1, SeqCst))).collect();
    let count = COUNTER.load(SeqCst);
    for h in handles {
        h.join().unwrap();
    }
    println!("{count}");
    Ok(())
}
