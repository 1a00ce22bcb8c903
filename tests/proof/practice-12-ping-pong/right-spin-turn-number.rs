//! Busy waiting for the number of the turn in an atomic.

use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::thread;

fn main() -> ExitCode {
    let Ok(rounds) = std::env::args().nth(1).unwrap_or("5".into()).parse::<u32>() else {
        eprintln!("ROUNDS is not a number");
        return ExitCode::FAILURE;
    };
    let turn = AtomicU64::new(0);
    thread::scope(|s| {
        for (first, word) in [(0, "Ping"), (1, "Pong")] {
            let turn = &turn;
            s.spawn(move || {
                for round in 0..u64::from(rounds) {
                    while turn.load(SeqCst) != 2 * round + first {
                        thread::yield_now();
                    }
                    println!("{word}");
                    turn.fetch_add(1, SeqCst);
                }
            });
        }
    });
    ExitCode::SUCCESS
}
