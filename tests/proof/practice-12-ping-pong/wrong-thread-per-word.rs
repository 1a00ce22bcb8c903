//! wrong: a new thread for every word, one after the other, not two threads that take turns.

use std::thread;

fn main() -> Result<(), String> {
    let rounds = std::env::args()
        .nth(1)
        .map_or(Ok(5), |text| text.parse::<u32>())
        .map_err(|err| format!("ROUNDS: {err}"))?;
    for _ in 0..rounds {
        for word in ["Ping", "Pong"] {
            thread::spawn(move || println!("{word}")).join().unwrap();
        }
    }
    Ok(())
}
