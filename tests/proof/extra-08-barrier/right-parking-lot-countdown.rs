//! Right: parking_lot: a lock over how many lines each phase still misses, a Condvar; the last phase tells main, no join.
use parking_lot::{Condvar, Mutex};
use std::sync::Arc;
use std::thread;

fn main() -> Result<(), String> {
    let threads = arg(1, "THREADS", 3)?;
    let phases = arg(2, "PHASES", 2)? as usize;
    let shared = Arc::new((Mutex::new(vec![threads; phases]), Condvar::new()));
    for t in 0..threads {
        let shared = shared.clone();
        thread::spawn(move || {
            let (missing, complete) = &*shared;
            for p in 0..phases {
                println!("phase {p} thread {t}");
                let mut missing = missing.lock();
                missing[p] -= 1;
                if missing[p] == 0 {
                    complete.notify_all();
                }
                complete.wait_while(&mut missing, |missing| missing[p] > 0);
            }
        });
    }
    let (missing, complete) = &*shared;
    complete.wait_while(&mut missing.lock(), |missing| missing.last().is_some_and(|m| *m > 0));
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
