//! The thread says that it is done, then prints: main may end in between.
use std::sync::mpsc;
use std::{env, thread};

fn main() {
    let name = env::args().nth(1).unwrap_or("Ferris".to_string());
    let (tx, rx) = mpsc::channel();
    thread::spawn(move || {
        tx.send(()).unwrap();
        println!("{name}");
    });
    rx.recv().unwrap();
}
