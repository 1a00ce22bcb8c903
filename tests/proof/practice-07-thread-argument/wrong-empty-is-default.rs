//! An empty NAME is taken for a missing one.
use std::{env, thread};

fn main() {
    let name = env::args().nth(1).filter(|n| !n.is_empty()).unwrap_or("Ferris".to_string());
    thread::spawn(move || println!("{name}")).join().unwrap();
}
