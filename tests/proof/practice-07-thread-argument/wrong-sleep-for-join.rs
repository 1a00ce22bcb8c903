//! A sleep stands for the join.
use std::time::Duration;
use std::{env, thread};

fn main() {
    let name = env::args().nth(1).unwrap_or("Ferris".to_string());
    thread::spawn(move || println!("{name}"));
    thread::sleep(Duration::from_millis(100));
}
