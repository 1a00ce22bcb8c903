//! A sleep stands for the join: a thread that is delayed for longer is cut off.
use std::process::ExitCode;
use std::time::Duration;
use std::{env, thread};

fn main() -> ExitCode {
    let count: u32 = match env::args().nth(1).map(|a| a.parse()) {
        None => 5,
        Some(Ok(n)) => n,
        Some(Err(e)) => {
            eprintln!("COUNT: {e}");
            return ExitCode::FAILURE;
        }
    };
    thread::spawn(move || {
        for i in 0..count {
            println!("{i}");
        }
    });
    thread::sleep(Duration::from_millis(200));
    ExitCode::SUCCESS
}
