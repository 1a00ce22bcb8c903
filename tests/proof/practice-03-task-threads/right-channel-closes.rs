//! No join: every thread holds a sender; the channel closes when the last one has printed.
use std::sync::mpsc::channel;
use std::{env, process, thread};

fn main() {
    let count: u32 = env::args().nth(1).map_or(3, |a| {
        a.parse().unwrap_or_else(|e| {
            eprintln!("COUNT: {e}");
            process::exit(1)
        })
    });
    let (tx, rx) = channel::<()>();
    for i in 0..count {
        let tx = tx.clone();
        thread::spawn(move || {
            println!("Task {i}");
            drop(tx);
        });
    }
    drop(tx);
    assert!(rx.recv().is_err());
}
