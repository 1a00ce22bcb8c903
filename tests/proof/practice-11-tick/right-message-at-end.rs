//! Sleeps before each tick; no join, but a message after the last one; process::exit.
use std::sync::mpsc::sync_channel;
use std::time::Duration;
use std::{env, process, thread};

fn main() {
    let seconds: u32 = env::args().nth(1).map_or(5, |a| {
        a.parse().unwrap_or_else(|e| {
            eprintln!("SECONDS: {e}");
            process::exit(1)
        })
    });
    let (end, wait) = sync_channel(0);
    thread::spawn(move || {
        let mut left = 2 * u64::from(seconds);
        while left > 0 {
            thread::sleep(Duration::from_millis(500));
            println!("Tick");
            left -= 1;
        }
        end.send(()).unwrap();
    });
    wait.recv().unwrap();
    process::exit(0);
}
