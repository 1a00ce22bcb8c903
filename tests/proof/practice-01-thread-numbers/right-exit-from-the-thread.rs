//! The thread itself ends the program when all is printed; main only parks.
use std::{env, process, thread};

fn main() {
    let count = match env::args().nth(1).map(|a| a.parse::<u32>()) {
        None => 5,
        Some(Ok(count)) => count,
        Some(Err(why)) => {
            eprintln!("error: COUNT: {why}");
            process::exit(2);
        }
    };
    thread::spawn(move || {
        for i in 0..count {
            println!("{i}");
        }
        process::exit(0);
    });
    loop {
        thread::park();
    }
}
