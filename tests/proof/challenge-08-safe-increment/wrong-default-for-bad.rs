//! Wrong: a bad argument silently becomes the default.
use std::sync::Mutex;
use std::thread;

fn main() {
    let threads: u32 = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(5);
    let count = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| *count.lock().unwrap() += 1);
        }
    });
    println!("Count safe: {}", count.lock().unwrap());
}
