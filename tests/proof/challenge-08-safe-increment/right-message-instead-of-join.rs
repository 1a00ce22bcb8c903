//! Right: detached threads, no join; each sends a message after its work and main receives until the channel closes.
use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let threads = get(1, "THREADS", 5);
    let count = Arc::new(Mutex::new(0u32));
    let (done, all_done) = mpsc::channel();
    for _ in 0..threads {
        let (count, done) = (Arc::clone(&count), done.clone());
        thread::spawn(move || {
            *count.lock().unwrap() += 1;
            done.send(()).unwrap();
        });
    }
    drop(done);
    for () in all_done {}
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
