//! Wrong: the count goes down and notify comes without the lock; a job between its look and its wait misses both.
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Condvar, Mutex};
use std::thread;

static INSIDE: AtomicU32 = AtomicU32::new(0);
static DOOR: Mutex<()> = Mutex::new(());
static ROOM: Condvar = Condvar::new();

fn main() -> Result<(), String> {
    let jobs = arg(1, "JOBS", 6)?;
    let limit = arg(2, "LIMIT", 2)?;
    if limit == 0 {
        return Err("LIMIT: must be positive".to_string());
    }
    thread::scope(|s| {
        for i in 0..jobs {
            s.spawn(move || {
                let mut door = DOOR.lock().unwrap();
                while INSIDE.load(Ordering::SeqCst) >= limit {
                    door = ROOM.wait(door).unwrap();
                }
                INSIDE.fetch_add(1, Ordering::SeqCst);
                drop(door);
                println!("start {i}");
                println!("end {i}");
                INSIDE.fetch_sub(1, Ordering::SeqCst);
                ROOM.notify_one();
            });
        }
    });
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
