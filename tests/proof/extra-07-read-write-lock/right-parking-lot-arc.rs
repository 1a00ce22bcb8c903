//! Right: parking_lot RwLock in an Arc; the writer starts first; spawn and join.
use parking_lot::RwLock;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

fn main() -> ExitCode {
    let Some(readers) = argument(1, "READERS", 3) else { return ExitCode::FAILURE };
    let lock = Arc::new(RwLock::new(0u8));
    let writer = Arc::clone(&lock);
    let mut handles = vec![thread::spawn(move || {
        let mut value = writer.write();
        println!("write begin");
        *value += 1;
        println!("write end");
    })];
    handles.extend((0..readers).map(|_| {
        let lock = Arc::clone(&lock);
        thread::spawn(move || {
            let value = lock.read();
            println!("read {} begin", *value);
            println!("read {} end", *value);
        })
    }));
    for handle in handles {
        handle.join().expect("no thread panics");
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
