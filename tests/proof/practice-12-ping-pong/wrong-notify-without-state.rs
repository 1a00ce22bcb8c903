//! wrong: a signal with no state: when Ping goes before Pong waits (the sleep is no synchronisation) it is lost and both wait for ever.

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

fn main() -> Result<(), String> {
    let rounds = std::env::args()
        .nth(1)
        .map_or(Ok(5), |text| text.parse::<u32>())
        .map_err(|err| format!("ROUNDS: {err}"))?;
    let table = Mutex::new(());
    let ball = Condvar::new();
    thread::scope(|s| {
        s.spawn(|| {
            let mut guard = table.lock().unwrap();
            for _ in 0..rounds {
                guard = ball.wait(guard).unwrap();
                println!("Pong");
                ball.notify_one();
            }
        });
        s.spawn(|| {
            thread::sleep(Duration::from_millis(50)); // let Pong get ready
            let mut guard = table.lock().unwrap();
            for _ in 0..rounds {
                println!("Ping");
                ball.notify_one();
                guard = ball.wait(guard).unwrap();
            }
        });
    });
    Ok(())
}
