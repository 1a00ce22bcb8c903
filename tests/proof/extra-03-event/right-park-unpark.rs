//! Right: an atomic flag, waiters park until it is set, main unparks each; main waits for the lines by spinning.
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static WAITING: AtomicU32 = AtomicU32::new(0);
static SET: AtomicBool = AtomicBool::new(false);

fn main() -> Result<(), String> {
    let waiters = arg(1, "WAITERS", 3)?;
    let handles: Vec<_> = (0..waiters)
        .map(|i| {
            thread::spawn(move || {
                println!("waiting {i}");
                WAITING.fetch_add(1, Ordering::SeqCst);
                while !SET.load(Ordering::SeqCst) {
                    thread::park();
                }
                println!("go {i}");
            })
        })
        .collect();
    while WAITING.load(Ordering::SeqCst) < waiters {
        thread::yield_now();
    }
    println!("set");
    SET.store(true, Ordering::SeqCst);
    for handle in handles {
        handle.thread().unpark();
        handle.join().map_err(|_| "a waiter panicked")?;
    }
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
