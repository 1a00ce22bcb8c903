//! wrong: one thread prints both words.

use std::thread;

fn main() {
    let rounds: u32 = match std::env::args().nth(1) {
        None => 5,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad ROUNDS {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let player = thread::spawn(move || {
        for _ in 0..rounds {
            println!("Ping");
            println!("Pong");
        }
    });
    player.join().unwrap();
}
