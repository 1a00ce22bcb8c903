//! thread::scope joins by itself.
use std::process::ExitCode;
use std::{env, thread};

fn main() -> ExitCode {
    let arg = env::args().nth(1).unwrap_or("3".to_owned());
    let Ok(count) = arg.parse::<u32>() else {
        eprintln!("COUNT must be a number, not {arg:?}");
        return ExitCode::FAILURE;
    };
    thread::scope(|s| {
        for i in 0..count {
            s.spawn(move || println!("Task {i}"));
        }
    });
    ExitCode::SUCCESS
}
