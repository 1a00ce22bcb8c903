//! Right: parking_lot Mutex and Condvar; main waits on the condition variable until all have added, and never joins.
use parking_lot::{Condvar, Mutex};
use std::process::ExitCode;
use std::thread;

static COUNT: Mutex<u32> = Mutex::new(0);
static CHANGED: Condvar = Condvar::new();

fn main() -> ExitCode {
    let Some(threads) = argument(1, "THREADS", 5) else { return ExitCode::FAILURE };
    for _ in 0..threads {
        thread::spawn(|| {
            *COUNT.lock() += 1;
            CHANGED.notify_one();
        });
    }
    let mut count = COUNT.lock();
    while *count < threads {
        CHANGED.wait(&mut count);
    }
    println!("Count safe: {count}");
    ExitCode::SUCCESS
}

fn argument(at: usize, name: &str, default: u32) -> Option<u32> {
    let Some(text) = std::env::args().nth(at) else { return Some(default) };
    let number = text.parse().ok();
    if number.is_none() {
        eprintln!("{name} must be a whole number, got '{text}'");
    }
    number
}
