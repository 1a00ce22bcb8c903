//! Of a NAME with spaces only the first word is printed.
use std::{env, thread};

fn main() {
    let name = env::args().nth(1).unwrap_or("Ferris".to_string());
    thread::spawn(move || println!("{}", name.split(' ').next().unwrap_or_default())).join().unwrap();
}
