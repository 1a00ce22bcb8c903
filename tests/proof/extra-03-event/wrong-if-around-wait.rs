//! Wrong: `if` around the wait; after a spurious wake-up `go` comes before `set`.
use std::sync::{Condvar, Mutex, mpsc};
use std::thread;

static SET: Mutex<bool> = Mutex::new(false);
static EVENT: Condvar = Condvar::new();

fn main() -> Result<(), String> {
    let waiters = arg(1, "WAITERS", 3)?;
    let (ready, all_ready) = mpsc::channel();
    thread::scope(|s| {
        for i in 0..waiters {
            let ready = ready.clone();
            s.spawn(move || {
                println!("waiting {i}");
                ready.send(()).unwrap();
                let set = SET.lock().unwrap();
                if !*set {
                    drop(EVENT.wait(set).unwrap());
                }
                println!("go {i}");
            });
        }
        all_ready.iter().take(waiters as usize).for_each(drop);
        println!("set");
        *SET.lock().unwrap() = true;
        EVENT.notify_all();
    });
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
