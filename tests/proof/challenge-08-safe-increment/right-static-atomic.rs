//! Right: thread::spawn and join, a static atomic and fetch_add.
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static COUNT: AtomicU32 = AtomicU32::new(0);

fn main() -> Result<(), String> {
    let threads = arg(1, "THREADS", 5)?;
    let handles: Vec<_> = (0..threads)
        .map(|_| {
            thread::spawn(|| {
                COUNT.fetch_add(1, Ordering::Relaxed);
            })
        })
        .collect();
    for handle in handles {
        handle.join().map_err(|_| "a thread panicked")?;
    }
    println!("Count safe: {}", COUNT.load(Ordering::Relaxed));
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
