//! The thread prints one String; a Barrier says when it is out, and process::exit ends all.
use std::fmt::Write;
use std::sync::{Arc, Barrier};
use std::{env, process, thread};

fn main() {
    let Ok(count) = env::args().nth(1).as_deref().unwrap_or("5").parse::<u32>() else {
        eprintln!("usage: practice-01 [COUNT]");
        process::exit(64);
    };
    let finish = Arc::new(Barrier::new(2));
    let b = finish.clone();
    thread::spawn(move || {
        let mut lines = String::new();
        for i in 0..count {
            writeln!(lines, "{i}").unwrap();
        }
        print!("{lines}");
        b.wait();
    });
    finish.wait();
    process::exit(0);
}
