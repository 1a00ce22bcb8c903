//! Looks a thousand times whether the thread has finished, then ends anyway.
use std::time::Duration;
use std::{env, thread};

fn main() {
    let name = env::args().nth(1).unwrap_or("Ferris".to_string());
    let handle = thread::spawn(move || println!("{name}"));
    for _ in 0..1000 {
        if handle.is_finished() {
            break;
        }
        thread::sleep(Duration::from_millis(1));
    }
}
