//! Wrong: the second thread is not joined; delayed, it loses its lines.
use parking_lot::ReentrantMutex;
use std::thread;

static LOCK: ReentrantMutex<()> = ReentrantMutex::new(());

fn descend(d: u32, depth: u32) {
    let _guard = LOCK.lock();
    println!("depth {d}");
    if d < depth {
        descend(d + 1, depth);
    }
}

fn main() {
    let depth = get(1, "DEPTH", 3);
    let second = thread::spawn(move || descend(0, depth));
    let first = thread::spawn(move || descend(0, depth));
    first.join().unwrap();
    drop(second);
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
