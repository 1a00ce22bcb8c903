//! Only the sending into the channel is waited for, not the printing.
use std::sync::mpsc::sync_channel;
use std::{env, thread};

fn main() {
    let name = env::args().nth(1).unwrap_or("Ferris".to_string());
    let (tx, rx) = sync_channel(0);
    thread::spawn(move || {
        let name: String = rx.recv().unwrap();
        println!("{name}");
    });
    tx.send(name).unwrap();
}
