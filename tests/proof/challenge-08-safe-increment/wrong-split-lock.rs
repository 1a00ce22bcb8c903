//! Wrong: reads under the lock, lets go, takes the lock again to write; an update in between is lost.
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let threads = get(1, "THREADS", 5);
    let count = Arc::new(Mutex::new(0));
    let mut handles = vec![];
    for _ in 0..threads {
        let count = Arc::clone(&count);
        handles.push(thread::spawn(move || {
            let seen = *count.lock().unwrap();
            *count.lock().unwrap() = seen + 1;
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    println!("Count safe: {}", *count.lock().unwrap());
}

fn usage(name: &str) -> ! {
    eprintln!("{name} is no number I can use");
    std::process::exit(2)
}

fn get(at: usize, name: &str, default: u32) -> u32 {
    match std::env::args().nth(at) {
        None => default,
        Some(text) => text.parse().unwrap_or_else(|_| usage(name)),
    }
}
