//! wrong: always five rounds, whatever ROUNDS says.

use std::sync::{Condvar, Mutex};
use std::thread;

fn main() -> Result<(), String> {
    let rounds = std::env::args()
        .nth(1)
        .map_or(Ok(5), |text| text.parse::<u32>())
        .map_err(|err| format!("ROUNDS: {err}"))?;
    let pings_turn = Mutex::new(true);
    let changed = Condvar::new();
    let play = |word, mine| {
        let _ = rounds;
        for _ in 0..5 {
            let mut turn = pings_turn.lock().unwrap();
            while *turn != mine {
                turn = changed.wait(turn).unwrap();
            }
            println!("{word}");
            *turn = !mine;
            changed.notify_one();
        }
    };
    thread::scope(|s| {
        s.spawn(|| play("Ping", true));
        s.spawn(|| play("Pong", false));
    });
    Ok(())
}
