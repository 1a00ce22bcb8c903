//! Wrong: the last handle is not joined; delayed, that thread adds its 1 after the count is printed.
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static COUNT: AtomicU32 = AtomicU32::new(0);

fn main() -> Result<(), String> {
    let threads = arg(1, "THREADS", 5)?;
    let mut handles = Vec::new();
    for _ in 0..threads {
        handles.push(thread::spawn(|| COUNT.fetch_add(1, Ordering::Relaxed)));
    }
    for i in 1..threads {
        handles.remove(0).join().map_err(|_| format!("thread {i} panicked"))?;
    }
    println!("Count safe: {}", COUNT.load(Ordering::Relaxed));
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
