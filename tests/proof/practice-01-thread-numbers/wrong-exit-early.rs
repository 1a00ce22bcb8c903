//! Main ends the program with exit(0) while the thread may still print.
use std::{env, process, thread};

fn main() {
    let count: u32 = env::args().nth(1).map_or(5, |arg| {
        arg.parse().unwrap_or_else(|_| {
            eprintln!("COUNT must be a number, not {arg:?}");
            process::exit(1)
        })
    });
    let handle = thread::spawn(move || {
        for i in 0..count {
            println!("{i}");
        }
    });
    if !handle.is_finished() {
        process::exit(0);
    }
    handle.join().unwrap();
}
