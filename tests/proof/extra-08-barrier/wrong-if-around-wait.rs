//! Wrong: an own barrier waits under an `if`; a spurious wake-up lets a thread into the next phase early.
use std::sync::{Condvar, Mutex};
use std::thread;

fn main() -> Result<(), String> {
    let threads = arg(1, "THREADS", 3)?;
    let phases = arg(2, "PHASES", 2)?;
    let (state, open) = (&Mutex::new((0, 0)), &Condvar::new());
    thread::scope(|s| {
        for t in 0..threads {
            s.spawn(move || {
                for p in 0..phases {
                    println!("phase {p} thread {t}");
                    let mut guard = state.lock().unwrap();
                    guard.0 += 1;
                    if guard.0 == threads {
                        *guard = (0, p + 1);
                        open.notify_all();
                    }
                    if guard.1 == p {
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
