//! Each thread parks until the other has given it the turn; the turn is a static.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, Thread};

static PINGS_TURN: AtomicBool = AtomicBool::new(true);

fn play(word: &str, mine: bool, rounds: u32, other: Receiver<Thread>) {
    let other = other.recv().unwrap();
    for _ in 0..rounds {
        while PINGS_TURN.load(Ordering::Acquire) != mine {
            thread::park();
        }
        println!("{word}");
        PINGS_TURN.store(!mine, Ordering::Release);
        other.unpark();
    }
}

fn main() {
    let rounds: u32 = match std::env::args().nth(1) {
        None => 5,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad ROUNDS {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let (tell_ping, ping_hears) = channel();
    let (tell_pong, pong_hears) = channel();
    let ping = thread::spawn(move || play("Ping", true, rounds, ping_hears));
    let pong = thread::spawn(move || play("Pong", false, rounds, pong_hears));
    tell_ping.send(pong.thread().clone()).unwrap();
    tell_pong.send(ping.thread().clone()).unwrap();
    ping.join().unwrap();
    pong.join().unwrap();
}
