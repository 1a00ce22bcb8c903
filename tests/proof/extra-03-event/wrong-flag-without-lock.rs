//! Wrong: the flag is an atomic that is set without the lock; a waiter between its look and its wait misses the notify.
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, mpsc};
use std::thread;

static SET: AtomicBool = AtomicBool::new(false);
static LOCK: Mutex<()> = Mutex::new(());
static EVENT: Condvar = Condvar::new();

fn main() -> Result<(), String> {
    let waiters = arg(1, "WAITERS", 3)?;
    let (ready, all_ready) = mpsc::channel();
    let mut handles = vec![];
    for i in 0..waiters {
        let ready = ready.clone();
        handles.push(thread::spawn(move || {
            println!("waiting {i}");
            ready.send(()).unwrap();
            let mut guard = LOCK.lock().unwrap();
            while !SET.load(Ordering::SeqCst) {
                guard = EVENT.wait(guard).unwrap();
            }
            drop(guard);
            println!("go {i}");
        }));
    }
    all_ready.iter().take(waiters as usize).for_each(drop);
    println!("set");
    SET.store(true, Ordering::SeqCst);
    EVENT.notify_all();
    for handle in handles {
        handle.join().map_err(|_| "a waiter panicked")?;
    }
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
