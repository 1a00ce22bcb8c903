//! Wrong: each thread has a lock of its own, so nothing keeps the two runs apart.
use parking_lot::ReentrantMutex;
use std::thread;

fn descend(lock: &ReentrantMutex<()>, d: u32, depth: u32) {
    let _guard = lock.lock();
    println!("depth {d}");
    if d < depth {
        descend(lock, d + 1, depth);
    }
}

fn main() {
    let depth = get(1, "DEPTH", 3);
    let handles = [1, 2].map(|_| {
        let lock = ReentrantMutex::new(());
        thread::spawn(move || descend(&lock, 0, depth))
    });
    handles.into_iter().for_each(|h| h.join().unwrap());
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
