//! wrong: main lets go of the channel and then waits for the daemon's last message.

use std::process::ExitCode;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

fn main() -> ExitCode {
    let Ok(seconds) = std::env::args().nth(1).unwrap_or("3".into()).parse::<u32>() else {
        eprintln!("SECONDS is not a number");
        return ExitCode::FAILURE;
    };
    let (stop, timer) = channel::<()>();
    let (bye, last_word) = channel();
    thread::spawn(move || {
        println!("Hello");
        while timer.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
            println!("Hello");
        }
        bye.send(()).unwrap();
    });
    thread::sleep(Duration::from_secs(u64::from(seconds)));
    drop(stop);
    last_word.recv().unwrap();
    ExitCode::SUCCESS
}
