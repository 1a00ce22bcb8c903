//! The thread waits a second at a time on a std channel that nobody sends into.

use std::process::ExitCode;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

fn main() -> ExitCode {
    let Ok(seconds) = std::env::args().nth(1).unwrap_or("3".into()).parse::<u32>() else {
        eprintln!("SECONDS is not a number");
        return ExitCode::FAILURE;
    };
    let (_never, timer) = channel::<()>();
    thread::spawn(move || {
        println!("Hello");
        while timer.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
            println!("Hello");
        }
    });
    thread::sleep(Duration::from_secs(u64::from(seconds)));
    ExitCode::SUCCESS
}
