//! Right: an mpsc receiver behind a Mutex that is locked for one recv at a time, results in a shared Vec, a producer thread.
use std::process::ExitCode;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

fn main() -> ExitCode {
    let (Some(items), Some(consumers)) = (argument(1, "ITEMS", 10), argument(2, "CONSUMERS", 3)) else {
        return ExitCode::FAILURE;
    };
    if consumers == 0 {
        eprintln!("CONSUMERS must be at least 1");
        return ExitCode::FAILURE;
    }
    let (tx, rx) = mpsc::channel::<u32>();
    let rx = Arc::new(Mutex::new(rx));
    let results = Arc::new(Mutex::new(Vec::new()));
    let mut handles = vec![thread::spawn(move || (0..items).for_each(|i| tx.send(i).unwrap()))];
    for _ in 0..consumers {
        let (rx, results) = (Arc::clone(&rx), Arc::clone(&results));
        handles.push(thread::spawn(move || {
            loop {
                let next = rx.lock().unwrap().recv();
                let Ok(item) = next else { break };
                results.lock().unwrap().push(u64::from(item) * 2);
            }
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    let mut results = results.lock().unwrap();
    results.sort_unstable();
    println!("{results:?}");
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
