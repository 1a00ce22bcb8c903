//! A sleep stands for the joins.
use std::time::Duration;
use std::{env, process, thread};

fn main() {
    let count: u32 = env::args().nth(1).map_or(3, |a| {
        a.parse().unwrap_or_else(|e| {
            eprintln!("COUNT: {e}");
            process::exit(1)
        })
    });
    for i in 0..count {
        thread::spawn(move || println!("Task {i}"));
    }
    thread::sleep(Duration::from_millis(500));
}
