//! Right: an atomic that only grows while it is below LIMIT, yield_now while it is not.
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static INSIDE: AtomicU32 = AtomicU32::new(0);

fn main() -> Result<(), String> {
    let jobs = arg(1, "JOBS", 6)?;
    let limit = arg(2, "LIMIT", 2)?;
    if limit == 0 {
        return Err("LIMIT: must be positive".to_string());
    }
    thread::scope(|s| {
        for i in 0..jobs {
            s.spawn(move || {
                while INSIDE.fetch_update(SeqCst, SeqCst, |n| (n < limit).then_some(n + 1)).is_err() {
                    thread::yield_now();
                }
                println!("start {i}");
                println!("end {i}");
                INSIDE.fetch_sub(1, SeqCst);
            });
        }
    });
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
