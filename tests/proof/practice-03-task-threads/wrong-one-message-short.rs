//! Waits for COUNT - 1 of the COUNT messages: the slowest thread may be cut off.
use std::sync::mpsc;
use std::{env, thread};

fn main() -> Result<(), String> {
    let count = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("COUNT: {e}"))?,
        None => 3,
    };
    let (tx, rx) = mpsc::channel();
    for i in 0..count {
        let tx = tx.clone();
        thread::spawn(move || {
            println!("Task {i}");
            let _ = tx.send(i);
        });
    }
    for _ in 1..count {
        rx.recv().unwrap();
    }
    Ok(())
}
