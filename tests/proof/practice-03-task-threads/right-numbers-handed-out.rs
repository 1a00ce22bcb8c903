//! COUNT threads that take one number each out of a shared channel.
use std::{env, thread};

use crossbeam_channel::unbounded;

fn main() -> Result<(), String> {
    let count = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("COUNT: {e}"))?,
        None => 3,
    };
    let (tx, rx) = unbounded();
    thread::scope(|s| {
        for _ in 0..count {
            let rx = rx.clone();
            s.spawn(move || println!("Task {}", rx.recv().unwrap()));
        }
        for i in 0..count {
            tx.send(i).unwrap();
        }
    });
    Ok(())
}
