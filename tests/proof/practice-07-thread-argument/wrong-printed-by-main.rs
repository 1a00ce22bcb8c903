//! The thread hands the name back, and main prints it.
use std::{env, thread};

fn main() {
    let name = env::args().nth(1).unwrap_or("Ferris".to_string());
    let name = thread::spawn(move || name).join().unwrap();
    println!("{name}");
}
