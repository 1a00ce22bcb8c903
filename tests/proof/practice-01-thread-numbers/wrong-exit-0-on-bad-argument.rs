//! A bad COUNT (`x`) is reported, but the exit status is 0.
use std::{env, thread};

fn main() {
    let arg = env::args().nth(1).unwrap_or("5".to_string());
    let Ok(count) = arg.parse::<u32>() else {
        eprintln!("COUNT must be a number, not {arg:?}");
        return;
    };
    let t = thread::spawn(move || {
        for i in 0..count {
            println!("{i}");
        }
    });
    t.join().unwrap();
}
