//! Wrong: an own barrier counts arrivals by load and store of an atomic; a lost arrival closes it for ever.
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Condvar, Mutex};
use std::thread;

fn main() -> Result<(), String> {
    let threads = arg(1, "THREADS", 3)?;
    let phases = arg(2, "PHASES", 2)?;
    let (state, open) = (&Mutex::new(0), &Condvar::new());
    let arrived = &AtomicU32::new(0);
    thread::scope(|s| {
        for t in 0..threads {
            s.spawn(move || {
                for p in 0..phases {
                    println!("phase {p} thread {t}");
                    let now = arrived.load(Ordering::SeqCst) + 1;
                    arrived.store(now % threads, Ordering::SeqCst);
                    let mut guard = state.lock().unwrap();
                    if now == threads {
                        *guard = p + 1;
                        open.notify_all();
                    }
                    while *guard == p {
                        guard = open.wait(guard).unwrap();
                    }
                }
            });
        }
    });
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
