//! Wrong: `if` instead of `while`; a woken job does not look again and can find the place taken by another.
use std::sync::{Condvar, Mutex};
use std::thread;

static INSIDE: Mutex<u32> = Mutex::new(0);
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
                let mut n = INSIDE.lock().unwrap();
                if *n >= limit {
                    n = ROOM.wait(n).unwrap();
                }
                *n += 1;
                drop(n);
                println!("start {i}");
                println!("end {i}");
                *INSIDE.lock().unwrap() -= 1;
                ROOM.notify_one();
            });
        }
    });
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
