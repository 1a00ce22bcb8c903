//! Wrong: a sleep of 300 ms instead of join; a thread delayed for longer is not counted.
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

fn main() {
    let threads = get(1, "THREADS", 5);
    let count = Arc::new(Mutex::new(0));
    for _ in 0..threads {
        let count = count.clone();
        thread::spawn(move || *count.lock().unwrap() += 1);
    }
    thread::sleep(Duration::from_millis(300));
    println!("Count safe: {}", count.lock().unwrap());
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
