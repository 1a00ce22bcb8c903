//! No join: a sync_channel of capacity 0 hands over the last message after the last line.
use std::sync::mpsc;
use std::{env, process, thread};

fn main() {
    let count: u32 = env::args().nth(1).map_or(5, |arg| {
        arg.parse().unwrap_or_else(|_| {
            eprintln!("COUNT must be a number, not {arg:?}");
            process::exit(1)
        })
    });
    let (done, wait) = mpsc::sync_channel(0);
    thread::spawn(move || {
        let mut i = 0;
        while i < count {
            println!("{i}");
            i += 1;
        }
        done.send(()).unwrap();
    });
    wait.recv().unwrap();
}
