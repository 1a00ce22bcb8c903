//! thread::spawn and join; main returns an ExitCode.
use std::env;
use std::process::ExitCode;
use std::thread;

fn main() -> ExitCode {
    let count: u32 = match env::args().nth(1).map(|a| a.parse()) {
        None => 5,
        Some(Ok(n)) => n,
        Some(Err(e)) => {
            eprintln!("COUNT: {e}");
            return ExitCode::from(2);
        }
    };
    let worker = thread::spawn(move || {
        for i in 0..count {
            println!("{i}");
        }
    });
    worker.join().unwrap();
    ExitCode::SUCCESS
}
