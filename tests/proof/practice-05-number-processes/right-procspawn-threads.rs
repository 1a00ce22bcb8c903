//! A scoped thread for each child spawns it and joins it.
use std::process::ExitCode;
use std::{env, thread};

fn print(i: u32) {
    println!("{i}");
}

fn main() -> ExitCode {
    procspawn::init();
    let count = match env::args().nth(1).as_deref().unwrap_or("2").parse::<u32>() {
        Ok(count) => count,
        Err(e) => {
            eprintln!("COUNT: {e}");
            return ExitCode::FAILURE;
        }
    };
    let all_well = thread::scope(|s| {
        let waiters: Vec<_> =
            (0..count).map(|i| s.spawn(move || procspawn::spawn(i, print).join())).collect();
        waiters.into_iter().all(|w| w.join().unwrap().is_ok())
    });
    if all_well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
