//! A line is two writes: another thread's can come between them.
use std::{env, thread};

fn main() -> Result<(), String> {
    let count = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("COUNT: {e}"))?,
        None => 3,
    };
    thread::scope(|s| {
        for i in 0..count {
            s.spawn(move || {
                print!("Task ");
                println!("{i}");
            });
        }
    });
    Ok(())
}
