//! wrong: each thread is joined before the next starts: nothing can be lost.

use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

fn main() -> Result<(), String> {
    let threads = std::env::args()
        .nth(1)
        .map_or(Ok(5), |text| text.parse::<u32>())
        .map_err(|err| format!("THREADS: {err}"))?;
    let count = Arc::new(Mutex::new(0));
    for _ in 0..threads {
        let count = Arc::clone(&count);
        let handle = thread::spawn(move || {
            let seen = *count.lock().unwrap();
            thread::sleep(Duration::from_millis(10));
            *count.lock().unwrap() = seen + 1;
        });
        handle.join().unwrap();
    }
    println!("Count with race condition: {}", *count.lock().unwrap());
    Ok(())
}
