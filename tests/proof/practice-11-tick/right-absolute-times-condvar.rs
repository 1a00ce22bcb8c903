//! Sleeps until absolute times; the end is told by parking_lot's Mutex and Condvar, not by a join.
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{env, thread};

use parking_lot::{Condvar, Mutex};

fn main() -> Result<(), String> {
    let seconds: u32 = match env::args().nth(1) {
        Some(a) => a.parse().map_err(|e| format!("SECONDS: {e}"))?,
        None => 5,
    };
    let ended = Arc::new((Mutex::new(false), Condvar::new()));
    let end = ended.clone();
    thread::spawn(move || {
        let start = Instant::now();
        for i in 1..=2 * u64::from(seconds) {
            println!("Tick");
            let next = start + Duration::from_millis(500 * i);
            thread::sleep(next.saturating_duration_since(Instant::now()));
        }
        *end.0.lock() = true;
        end.1.notify_all();
    });
    let mut is_ended = ended.0.lock();
    while !*is_ended {
        ended.1.wait(&mut is_ended);
    }
    Ok(())
}
