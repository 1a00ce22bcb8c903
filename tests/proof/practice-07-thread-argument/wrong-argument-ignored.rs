//! Always `Ferris`.
use std::thread;

fn main() {
    let name = String::from("Ferris");
    thread::spawn(move || println!("{name}")).join().unwrap();
}
