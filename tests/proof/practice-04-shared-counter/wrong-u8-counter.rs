//! The counter is a u8: it overflows from THREADS=256 on.
use std::sync::Mutex;
use std::{env, thread};

fn main() -> Result<(), String> {
    let threads = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("THREADS: {e}"))?,
        None => 5,
    };
    let counter = Mutex::new(0u8);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| *counter.lock().unwrap() += 1);
        }
    });
    println!("{}", counter.lock().unwrap());
    Ok(())
}
