//! Right: the event is a crossbeam channel that nobody sends on; dropping its sender lets every waiter go.
use crossbeam_channel::{bounded, select, unbounded};
use std::process::ExitCode;
use std::thread;

fn main() -> ExitCode {
    let Some(waiters) = argument(1, "WAITERS", 3) else { return ExitCode::FAILURE };
    let (event, is_set) = bounded::<()>(0);
    let (ready, all_ready) = unbounded();
    let mut handles = Vec::new();
    for i in 0..waiters {
        let (is_set, ready) = (is_set.clone(), ready.clone());
        handles.push(thread::spawn(move || {
            println!("waiting {i}");
            ready.send(()).unwrap();
            select! {
                recv(is_set) -> message => assert!(message.is_err()),
            }
            println!("go {i}");
        }));
    }
    for () in all_ready.iter().take(waiters as usize) {}
    println!("set");
    drop(event);
    for handle in handles {
        handle.join().unwrap();
    }
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
