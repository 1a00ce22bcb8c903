//! rayon::spawn takes a thread of the global pool, which dies with the program.
use std::time::Duration;
use std::{env, process, thread};

fn main() {
    let seconds = match env::args().nth(1).map(|a| a.parse::<u32>()) {
        None => 2,
        Some(Ok(s)) => s,
        Some(Err(e)) => {
            eprintln!("bad SECONDS: {e}");
            process::exit(2);
        }
    };
    rayon::spawn(|| {
        loop {
            println!("Running");
            thread::sleep(Duration::from_millis(500));
        }
    });
    thread::sleep(Duration::new(seconds.into(), 0));
}
