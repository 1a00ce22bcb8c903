//! wrong: main waits for a first message in any case: COUNT=0 hangs.

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
    for i in 1..=u64::from(count) {
        let tx = tx.clone();
        thread::spawn(move || {
            println!("{}", i * i);
            tx.send(()).unwrap();
        });
    }
    let mut done = 0;
    loop {
        rx.recv().unwrap();
        done += 1;
        if done == count {
            break;
        }
    }
}
