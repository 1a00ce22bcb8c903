//! wrong: after a second of waiting a player goes on out of turn: a long delay of the other one shows it.

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

fn main() -> Result<(), String> {
    let rounds = std::env::args()
        .nth(1)
        .map_or(Ok(5), |text| text.parse::<u32>())
        .map_err(|err| format!("ROUNDS: {err}"))?;
    let pings_turn = Mutex::new(true);
    let changed = Condvar::new();
    let play = |word, mine| {
        for _ in 0..rounds {
            let turn = pings_turn.lock().unwrap();
            let (mut turn, _) =
                changed.wait_timeout_while(turn, Duration::from_secs(1), |turn| *turn != mine).unwrap();
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
