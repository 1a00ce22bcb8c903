//! Wrong: looks at the atomic and counts up in two steps; two jobs can take the last place.
use std::sync::atomic::{AtomicU32, Ordering};
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
                while INSIDE.load(Ordering::SeqCst) >= limit {
                    thread::yield_now();
                }
                INSIDE.fetch_add(1, Ordering::SeqCst);
                println!("start {i}");
                println!("end {i}");
                INSIDE.fetch_sub(1, Ordering::SeqCst);
            });
        }
    });
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
