//! Quotes and backslashes in NAME come out escaped.
use std::{env, thread};

fn main() {
    let name = env::args().nth(1).unwrap_or("Ferris".to_string());
    thread::spawn(move || println!("{}", format!("{name:?}").trim_matches('"'))).join().unwrap();
}
