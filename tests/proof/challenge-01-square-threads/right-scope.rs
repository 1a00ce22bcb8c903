//! Scoped threads that take their number from an atomic; each writes through a locked stdout.

use std::io::{Write, stdout};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

fn main() -> ExitCode {
    let Ok(count) = std::env::args().nth(1).unwrap_or("5".into()).parse::<u32>() else {
        eprintln!("COUNT is not a number");
        return ExitCode::FAILURE;
    };
    let next = AtomicU64::new(1);
    thread::scope(|s| {
        for _ in 0..count {
            s.spawn(|| {
                let i = next.fetch_add(1, Ordering::Relaxed);
                writeln!(stdout().lock(), "{}", i.pow(2)).unwrap();
            });
        }
    });
    ExitCode::SUCCESS
}
