//! The message that ends main is sent before the lines are printed: main may end first.
use std::sync::mpsc;
use std::{env, process, thread};

fn main() {
    let count: u32 = env::args().nth(1).map_or(5, |arg| {
        arg.parse().unwrap_or_else(|_| {
            eprintln!("COUNT must be a number, not {arg:?}");
            process::exit(1)
        })
    });
    let (done, wait) = mpsc::channel();
    thread::spawn(move || {
        done.send(()).unwrap();
        for i in 0..count {
            println!("{i}");
        }
    });
    wait.recv().unwrap();
}
