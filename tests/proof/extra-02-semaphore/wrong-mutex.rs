//! Wrong: one mutex lets a single job in; LIMIT is never reached (from LIMIT=2 on).
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let (jobs, limit) = (get(1, "JOBS", 6), get(2, "LIMIT", 2));
    if limit == 0 {
        usage("LIMIT");
    }
    let lock = Arc::new(Mutex::new(()));
    let mut handles = vec![];
    for i in 0..jobs {
        let lock = lock.clone();
        handles.push(thread::spawn(move || {
            let _guard = lock.lock().unwrap();
            println!("start {i}");
            println!("end {i}");
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
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
