//! Right: every thread sends a 1 over a rendezvous channel and main adds up what arrives.
use crossbeam_channel::bounded;
use std::process::ExitCode;
use std::thread;

fn main() -> ExitCode {
    let Some(threads) = argument(1, "THREADS", 5) else { return ExitCode::FAILURE };
    let (sender, receiver) = bounded(0);
    for _ in 0..threads {
        let sender = sender.clone();
        thread::spawn(move || sender.send(1u64).unwrap());
    }
    drop(sender);
    println!("Count safe: {}", receiver.iter().sum::<u64>());
    ExitCode::SUCCESS
}

fn argument(at: usize, name: &str, default: u32) -> Option<u32> {
    let Some(text) = std::env::args().nth(at) else { return Some(default) };
    let number = text.parse().ok();
    if number.is_none() {
        eprintln!("{name} must be a whole number, got '{text}'");
    }
    number
}
