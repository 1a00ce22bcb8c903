//! A global counter made on first use: OnceLock around a RwLock.
use std::sync::{OnceLock, RwLock};
use std::{env, thread};

fn counter() -> &'static RwLock<u32> {
    static COUNTER: OnceLock<RwLock<u32>> = OnceLock::new();
    COUNTER.get_or_init(|| RwLock::new(0))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let threads = env::args().nth(1).unwrap_or("5".to_string());
    let threads: u32 = threads.parse().map_err(|e| format!("THREADS {threads:?}: {e}"))?;
    let handles: Vec<_> = (0..threads).map(|_| thread::spawn(|| *counter().write().unwrap() += 1)).collect();
    handles.into_iter().for_each(|h| h.join().unwrap());
    println!("{}", counter().read().unwrap());
    Ok(())
}
