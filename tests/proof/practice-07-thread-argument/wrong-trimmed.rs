//! NAME loses the spaces at its ends.
use std::{env, thread};

fn main() {
    let name = env::args().nth(1).unwrap_or("Ferris".to_string());
    thread::scope(|s| {
        s.spawn(|| println!("{}", name.trim()));
    });
}
