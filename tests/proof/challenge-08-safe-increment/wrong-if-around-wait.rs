//! Wrong: `if` instead of `while` around the wait; the last thread notifies, but a spurious wake-up prints too early.
use std::process::ExitCode;
use std::sync::{Condvar, Mutex};
use std::thread;

static COUNT: Mutex<u32> = Mutex::new(0);
static COMPLETE: Condvar = Condvar::new();

fn main() -> ExitCode {
    let Some(threads) = argument(1, "THREADS", 5) else { return ExitCode::FAILURE };
    for _ in 0..threads {
        thread::spawn(move || {
            let mut count = COUNT.lock().unwrap();
            *count += 1;
            if *count == threads {
                COMPLETE.notify_one();
            }
        });
    }
    let mut count = COUNT.lock().unwrap();
    if *count < threads {
        count = COMPLETE.wait(count).unwrap();
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
