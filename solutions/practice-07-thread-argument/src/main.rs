//! `move` gives the string to the thread: from here on it is the thread's own, and nobody needs a lock.

use std::{env, thread};

fn main() {
    let name = env::args().nth(1).unwrap_or_else(|| "Ferris".to_string());

    let thread = thread::spawn(move || println!("{name}"));
    thread.join().unwrap();
}
