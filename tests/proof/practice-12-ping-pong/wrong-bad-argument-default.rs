//! wrong: a bad ROUNDS is taken for 5.

use std::sync::{Condvar, Mutex};
use std::thread;

fn main() -> Result<(), String> {
    let rounds = std::env::args().nth(1).and_then(|text| text.parse::<u32>().ok()).unwrap_or(5);
    let pings_turn = Mutex::new(true);
    let changed = Condvar::new();
    let play = |word, mine| {
        for _ in 0..rounds {
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
