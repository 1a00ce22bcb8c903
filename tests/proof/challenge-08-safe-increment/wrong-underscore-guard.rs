//! Wrong: `let _ = LOCK.lock()` lets go of the lock at once, so load and store are unprotected.
use parking_lot::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static LOCK: Mutex<()> = Mutex::new(());
static COUNT: AtomicU32 = AtomicU32::new(0);

fn main() -> Result<(), String> {
    let threads = arg(1, "THREADS", 5)?;
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                let _ = LOCK.lock();
                let old = COUNT.load(Ordering::Relaxed);
                COUNT.store(old + 1, Ordering::Relaxed);
            });
        }
    });
    println!("Count safe: {}", COUNT.load(Ordering::Relaxed));
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
