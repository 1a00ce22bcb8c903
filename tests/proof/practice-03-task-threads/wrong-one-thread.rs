//! One thread prints all lines.
use std::{env, thread};

fn main() -> Result<(), String> {
    let count = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("COUNT: {e}"))?,
        None => 3,
    };
    let t = thread::spawn(move || {
        for i in 0..count {
            println!("Task {i}");
        }
    });
    t.join().unwrap();
    Ok(())
}
