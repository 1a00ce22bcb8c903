//! Wrong: a single thread adds all the ones.
use std::env;
use std::error::Error;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

fn main() -> Result<(), Box<dyn Error>> {
    let threads = read("THREADS", env::args().nth(1), 5)?;
    let count = AtomicU32::new(0);
    thread::scope(|s| {
        s.spawn(|| {
            for _ in 0..threads {
                count.fetch_add(1, Ordering::SeqCst);
            }
        });
    });
    println!("Count safe: {}", count.into_inner());
    Ok(())
}

fn read(name: &str, text: Option<String>, default: u32) -> Result<u32, Box<dyn std::error::Error>> {
    match text {
        Some(text) => Ok(text.parse().map_err(|e| format!("bad {name} {text:?}: {e}"))?),
        None => Ok(default),
    }
}
