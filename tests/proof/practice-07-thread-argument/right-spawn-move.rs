//! The name moves into the closure; join.
use std::{env, thread};

fn main() {
    let name = env::args().nth(1).unwrap_or("Ferris".to_string());
    thread::spawn(move || println!("{name}")).join().unwrap();
}
