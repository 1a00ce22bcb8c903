//! Characters outside ASCII are dropped.
use std::{env, thread};

fn main() {
    let name: String = env::args().nth(1).unwrap_or("Ferris".into());
    let t = thread::spawn(move || {
        let plain: String = name.chars().filter(char::is_ascii).collect();
        println!("{plain}");
    });
    t.join().unwrap();
}
