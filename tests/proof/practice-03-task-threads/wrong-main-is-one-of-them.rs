//! Main prints the last line itself: COUNT - 1 threads.
use std::{env, thread};

fn main() -> Result<(), String> {
    let count = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("COUNT: {e}"))?,
        None => 3,
    };
    thread::scope(|s| {
        for i in 1..count {
            s.spawn(move || println!("Task {i}"));
        }
        if count > 0 {
            println!("Task 0");
        }
    });
    Ok(())
}
