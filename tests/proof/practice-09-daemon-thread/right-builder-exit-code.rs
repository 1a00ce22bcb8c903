//! A named thread from Builder, its handle kept and not joined; ExitCode.
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Duration;
use std::{env, thread};

fn background() {
    loop {
        if writeln!(io::stdout().lock(), "Running").is_err() {
            return;
        }
        thread::sleep(Duration::from_secs_f64(0.5));
    }
}

fn main() -> ExitCode {
    let arg = env::args().nth(1).unwrap_or("2".into());
    let Ok(seconds) = arg.parse::<u32>() else {
        eprintln!("SECONDS must be a number, not {arg:?}");
        return ExitCode::FAILURE;
    };
    let Ok(_daemon) = thread::Builder::new().name("daemon".into()).spawn(background) else {
        return ExitCode::FAILURE;
    };
    thread::sleep(Duration::from_secs(u64::from(seconds)));
    ExitCode::SUCCESS
}
