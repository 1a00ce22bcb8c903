//! The scope is inside the loop, so that its end waits for each thread.
use std::process::ExitCode;
use std::{env, thread};

fn main() -> ExitCode {
    let arg = env::args().nth(1).unwrap_or("3".to_owned());
    let Ok(count) = arg.parse::<u32>() else {
        eprintln!("COUNT must be a number, not {arg:?}");
        return ExitCode::FAILURE;
    };
    for i in 0..count {
        thread::scope(|s| {
            s.spawn(|| println!("Task {i}"));
        });
    }
    ExitCode::SUCCESS
}
