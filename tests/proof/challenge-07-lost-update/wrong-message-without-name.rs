//! wrong: the message for a bad argument does not say THREADS.

use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

fn main() -> Result<(), String> {
    let threads =
        std::env::args().nth(1).map_or(Ok(5), |text| text.parse::<u32>()).map_err(|err| format!("{err}"))?;
    let count = Arc::new(Mutex::new(0));
    let mut handles = Vec::new();
    for _ in 0..threads {
        let count = Arc::clone(&count);
        handles.push(thread::spawn(move || {
            let seen = *count.lock().unwrap();
            thread::sleep(Duration::from_millis(10));
            *count.lock().unwrap() = seen + 1;
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    println!("Count with race condition: {}", *count.lock().unwrap());
    Ok(())
}
