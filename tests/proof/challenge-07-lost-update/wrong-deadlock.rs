//! wrong: two locks taken in opposite order by every other thread: a deadlock on some schedules.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn main() -> Result<(), String> {
    let threads = std::env::args()
        .nth(1)
        .map_or(Ok(5), |text| text.parse::<u32>())
        .map_err(|err| format!("THREADS: {err}"))?;
    let count = AtomicU32::new(0);
    let (left, right) = (Mutex::new(()), Mutex::new(()));
    thread::scope(|s| {
        for i in 0..threads {
            let (first, second) = if i % 2 == 0 { (&left, &right) } else { (&right, &left) };
            let count = &count;
            s.spawn(move || {
                let seen = count.load(SeqCst);
                let _first = first.lock().unwrap();
                let _second = second.lock().unwrap();
                count.store(seen + 1, SeqCst);
            });
        }
    });
    println!("Count with race condition: {}", count.into_inner());
    Ok(())
}
