//! Right: LIMIT tokens in an mpsc channel; a job takes one out and sends it back. The end is the closed channel of a latch.
use std::process::ExitCode;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

fn main() -> ExitCode {
    let (Some(jobs), Some(limit)) = (argument(1, "JOBS", 6), argument(2, "LIMIT", 2)) else {
        return ExitCode::from(2);
    };
    if limit < 1 {
        eprintln!("LIMIT is 1 at least");
        return ExitCode::from(2);
    }
    let (give, take) = mpsc::channel();
    for token in 0..limit {
        give.send(token).unwrap();
    }
    let take = Arc::new(Mutex::new(take));
    let (alive, latch) = mpsc::channel::<()>();
    for i in 0..jobs {
        let (give, take, alive) = (give.clone(), take.clone(), alive.clone());
        thread::spawn(move || {
            let token = take.lock().unwrap().recv().unwrap();
            println!("start {i}");
            println!("end {i}");
            give.send(token).unwrap();
            drop(alive);
        });
    }
    drop(alive);
    assert!(latch.recv().is_err());
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
