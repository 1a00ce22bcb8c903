//! Wrong: an own barrier resets its count to 0 and has no generation; a thread that wakes up after the reset waits for ever.
use std::sync::{Condvar, Mutex};
use std::thread;

fn main() -> Result<(), String> {
    let threads = arg(1, "THREADS", 3)?;
    let phases = arg(2, "PHASES", 2)?;
    let (state, open) = (&Mutex::new(0), &Condvar::new());
    thread::scope(|s| {
        for t in 0..threads {
            s.spawn(move || {
                for p in 0..phases {
                    println!("phase {p} thread {t}");
                    let mut guard = state.lock().unwrap();
                    *guard += 1;
                    if *guard == threads {
                        *guard = 0;
                        open.notify_all();
                    } else {
                        while *guard < threads {
                            guard = open.wait(guard).unwrap();
                        }
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
