//! parking_lot's RwLock: read lock, then write lock; a barrier lets all start together.

use std::process::ExitCode;
use std::sync::Barrier;
use std::thread;

use parking_lot::RwLock;

fn main() -> ExitCode {
    let Ok(threads) = std::env::args().nth(1).unwrap_or("5".into()).parse::<u32>() else {
        eprintln!("THREADS is not a number");
        return ExitCode::FAILURE;
    };
    let count = RwLock::new(0u64);
    let start = Barrier::new(threads as usize);
    thread::scope(|s| {
        for i in 0..threads {
            let adder = thread::Builder::new().name(format!("adder {i}"));
            adder
                .spawn_scoped(s, || {
                    start.wait();
                    let next = *count.read() + 1;
                    *count.write() = next;
                })
                .unwrap();
        }
    });
    println!("Count with race condition: {}", count.into_inner());
    ExitCode::SUCCESS
}
