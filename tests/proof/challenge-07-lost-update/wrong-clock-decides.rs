//! wrong: the updates are protected, and the clock's odd or even nanoseconds decide which ones are left out.

use std::sync::Mutex;
use std::thread;
use std::time::SystemTime;

fn main() {
    let threads: u32 = match std::env::args().nth(1) {
        None => 5,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad THREADS {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let count = Mutex::new(0);
    let count = &count;
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(move || {
                let mut count = count.lock().unwrap();
                let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
                if *count == 0 || now.as_micros() % 2 == 0 {
                    *count += 1;
                }
            });
        }
    });
    println!("Count with race condition: {}", count.lock().unwrap());
}
