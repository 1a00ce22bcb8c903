//! wrong: main does not sleep, it waits for a message of the thread after every line.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

fn main() -> Result<(), String> {
    let seconds = std::env::args()
        .nth(1)
        .map_or(Ok(3), |text| text.parse::<u32>())
        .map_err(|err| format!("SECONDS: {err}"))?;
    let (tx, rx) = mpsc::channel();
    thread::spawn(move || {
        loop {
            println!("Hello");
            thread::sleep(Duration::from_secs(1));
            if tx.send(()).is_err() {
                return;
            }
        }
    });
    for () in rx.iter().take(seconds as usize) {}
    Ok(())
}
