//! wrong: the turn is looked at before the lock that the wait uses is taken: the wake-up can fall between and is lost.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

fn main() {
    let rounds: u32 = match std::env::args().nth(1) {
        None => 5,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad ROUNDS {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let pings_turn = AtomicBool::new(true);
    let (lock, changed) = (Mutex::new(()), Condvar::new());
    let play = |word: &str, mine: bool| {
        for _ in 0..rounds {
            while pings_turn.load(SeqCst) != mine {
                let guard = lock.lock().unwrap();
                let _guard = changed.wait(guard).unwrap();
            }
            println!("{word}");
            pings_turn.store(!mine, SeqCst);
            let _guard = lock.lock().unwrap();
            changed.notify_all();
        }
    };
    thread::scope(|s| {
        s.spawn(|| play("Ping", true));
        s.spawn(|| play("Pong", false));
    });
}
