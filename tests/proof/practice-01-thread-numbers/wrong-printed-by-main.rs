//! The thread only makes the numbers; main prints them.
use std::{env, thread};

fn main() -> Result<(), String> {
    let count = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("COUNT: {e}"))?,
        None => 5,
    };
    let numbers = thread::spawn(move || (0..count).collect::<Vec<_>>());
    for i in numbers.join().unwrap() {
        println!("{i}");
    }
    Ok(())
}
