//! A sleep stands for the joins: a thread that is delayed for longer is not counted.
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::time::Duration;
use std::{env, thread};

static COUNTER: AtomicU32 = AtomicU32::new(0);

fn main() -> Result<(), String> {
    let threads = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("THREADS: {e}"))?,
        None => 5,
    };
    for _ in 0..threads {
        thread::spawn(|| COUNTER.fetch_add(1, SeqCst));
    }
    thread::sleep(Duration::from_millis(300));
    println!("{}", COUNTER.load(SeqCst));
    Ok(())
}
