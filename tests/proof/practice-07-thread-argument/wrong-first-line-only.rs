//! Wrong: prints only the first line of NAME; violates "any text", for one with a newline in it.
use std::env;
use std::thread;

fn main() {
    let name = env::args().nth(1).unwrap_or_else(|| "Ferris".to_string());
    thread::scope(|s| {
        s.spawn(|| println!("{}", name.lines().next().unwrap_or("")));
    });
}
