//! Main keeps the count; threads get it by one message and set it by another.

use std::sync::mpsc::{Sender, channel};
use std::thread;

enum Request {
    Get(Sender<u32>),
    Set(u32),
}

fn main() {
    let threads: u32 = match std::env::args().nth(1) {
        None => 5,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad THREADS {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let (ask, requests) = channel();
    for _ in 0..threads {
        let ask = ask.clone();
        thread::spawn(move || {
            let (tx, rx) = channel();
            ask.send(Request::Get(tx)).unwrap();
            let seen = rx.recv().unwrap();
            ask.send(Request::Set(seen + 1)).unwrap();
        });
    }
    drop(ask);
    let mut count = 0;
    for request in requests {
        match request {
            Request::Get(reply) => reply.send(count).unwrap(),
            Request::Set(value) => count = value,
        }
    }
    println!("Count with race condition: {count}");
}
