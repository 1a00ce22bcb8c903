//! No collect between the two maps: the iterator is lazy, so each thread is joined before the next starts.
use std::{env, thread};

fn main() -> Result<(), String> {
    let count = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("COUNT: {e}"))?,
        None => 3,
    };
    (0..count).map(|i| thread::spawn(move || println!("Task {i}"))).for_each(|handle| handle.join().unwrap());
    Ok(())
}
