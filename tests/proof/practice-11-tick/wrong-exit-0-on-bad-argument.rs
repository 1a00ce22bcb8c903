//! A bad SECONDS (`x`) is reported, but the exit status is 0.
use std::process::ExitCode;
use std::time::Duration;
use std::{env, thread};

fn main() -> ExitCode {
    let arg = env::args().nth(1).unwrap_or("5".into());
    let Ok(seconds) = arg.parse::<u32>() else {
        eprintln!("SECONDS must be a number, not {arg:?}");
        return ExitCode::SUCCESS;
    };
    thread::scope(|s| {
        s.spawn(|| {
            for _ in 0..2 * u64::from(seconds) {
                println!("Tick");
                thread::sleep(Duration::from_millis(500));
            }
        });
    });
    ExitCode::SUCCESS
}
