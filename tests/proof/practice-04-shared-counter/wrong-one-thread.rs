//! One thread adds THREADS times 1.
use std::{env, thread};

fn main() -> Result<(), String> {
    let threads = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("THREADS: {e}"))?,
        None => 5,
    };
    let mut counter = 0u32;
    thread::scope(|s| {
        s.spawn(|| {
            for _ in 0..threads {
                counter += 1;
            }
        });
    });
    println!("{counter}");
    Ok(())
}
