//! parking_lot::Mutex in a scope; into_inner at the end.
use std::process::ExitCode;
use std::{env, thread};

use parking_lot::Mutex;

fn main() -> ExitCode {
    let arg = env::args().nth(1).unwrap_or_else(|| "5".into());
    let Ok(threads) = arg.parse::<u32>() else {
        eprintln!("THREADS is a number, not {arg:?}");
        return ExitCode::FAILURE;
    };
    let counter = Mutex::new(0);
    thread::scope(|s| {
        (0..threads).for_each(|_| {
            s.spawn(|| *counter.lock() += 1);
        })
    });
    println!("{}", counter.into_inner());
    ExitCode::SUCCESS
}
