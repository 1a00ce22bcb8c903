//! wrong: turns are strict, but whoever comes first starts: Pong can.

use std::sync::{Condvar, Mutex};
use std::thread;

fn main() -> Result<(), String> {
    let rounds = std::env::args()
        .nth(1)
        .map_or(Ok(5), |text| text.parse::<u32>())
        .map_err(|err| format!("ROUNDS: {err}"))?;
    let last = Mutex::new("");
    let changed = Condvar::new();
    let play = |word| {
        for _ in 0..rounds {
            let mut last = changed.wait_while(last.lock().unwrap(), |last| *last == word).unwrap();
            println!("{word}");
            *last = word;
            changed.notify_all();
        }
    };
    thread::scope(|s| {
        s.spawn(|| play("Ping"));
        s.spawn(|| play("Pong"));
    });
    Ok(())
}
