//! wrong: main waits for COUNT - 1 messages only: the last line can be missing.

use std::sync::mpsc;
use std::thread;

fn main() {
    let count: u32 = match std::env::args().nth(1) {
        None => 5,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad COUNT {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let (tx, rx) = mpsc::channel();
    for i in 1..=count {
        let tx = tx.clone();
        thread::spawn(move || {
            println!("{}", u64::from(i).pow(2));
            let _ = tx.send(());
        });
    }
    for _ in 1..count {
        rx.recv().unwrap();
    }
}
