//! Right: nothing is shared, every thread returns its 1 and main adds up what join gives.
use std::env;
use std::error::Error;
use std::thread;

fn main() -> Result<(), Box<dyn Error>> {
    let threads = read("THREADS", env::args().nth(1), 5)?;
    let handles: Vec<_> = (0..threads).map(|_| thread::spawn(|| 1u32)).collect();
    let count: u32 = handles.into_iter().map(|h| h.join().unwrap()).sum();
    println!("Count safe: {count}");
    Ok(())
}

fn read(name: &str, text: Option<String>, default: u32) -> Result<u32, Box<dyn std::error::Error>> {
    match text {
        Some(text) => Ok(text.parse().map_err(|e| format!("bad {name} {text:?}: {e}"))?),
        None => Ok(default),
    }
}
