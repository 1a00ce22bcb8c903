//! Right: one barrier before `set`, one after it; the end is a third, so there is no join.
use std::sync::{Arc, Barrier};
use std::thread;

fn main() {
    let waiters = get(1, "WAITERS", 3);
    let barrier = Arc::new(Barrier::new(waiters as usize + 1));
    for i in 0..waiters {
        let barrier = Arc::clone(&barrier);
        thread::spawn(move || {
            println!("waiting {i}");
            barrier.wait();
            barrier.wait();
            println!("go {i}");
            barrier.wait();
        });
    }
    barrier.wait();
    println!("set");
    barrier.wait();
    barrier.wait();
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
