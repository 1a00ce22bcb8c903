//! Wrong: the last thread is not joined; delayed before its line of the last phase, it is cut off.
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

static ARRIVED: AtomicU64 = AtomicU64::new(0);

fn main() {
    let (threads, phases) = (get(1, "THREADS", 3) as u64, get(2, "PHASES", 2) as u64);
    let work = move |t| {
        for p in 0..phases {
            while ARRIVED.load(Ordering::SeqCst) < p * threads {
                thread::yield_now();
            }
            println!("phase {p} thread {t}");
            ARRIVED.fetch_add(1, Ordering::SeqCst);
        }
    };
    let mut handles: Vec<_> = (0..threads).map(|t| thread::spawn(move || work(t))).collect();
    handles.pop();
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
