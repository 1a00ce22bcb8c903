//! Wrong: a waiter reports before it prints `waiting`; delayed in between, its line comes after `set`.
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Condvar, Mutex};
use std::thread;

static READY: AtomicU32 = AtomicU32::new(0);

fn main() {
    let waiters = get(1, "WAITERS", 3);
    let (set, event) = (Mutex::new(false), Condvar::new());
    thread::scope(|s| {
        for i in 0..waiters {
            let (set, event) = (&set, &event);
            s.spawn(move || {
                READY.fetch_add(1, Ordering::SeqCst);
                println!("waiting {i}");
                drop(event.wait_while(set.lock().unwrap(), |set| !*set).unwrap());
                println!("go {i}");
            });
        }
        while READY.load(Ordering::SeqCst) < waiters {
            thread::yield_now();
        }
        println!("set");
        *set.lock().unwrap() = true;
        event.notify_all();
    });
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
