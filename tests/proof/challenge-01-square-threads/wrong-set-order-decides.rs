//! wrong: where a HashSet's random order begins with a small number, one thread is not waited for.

use std::collections::HashSet;
use std::process;
use std::thread;

fn main() {
    let count: u32 = match std::env::args().nth(1).map(|text| text.parse()) {
        None => 5,
        Some(Ok(count)) => count,
        Some(Err(error)) => {
            eprintln!("bad COUNT: {error}");
            process::exit(1);
        }
    };
    let set: HashSet<u32> = (0..40).collect();
    let mut handles: Vec<_> = (1..=count).map(|i| thread::spawn(move || println!("{}", i * i))).collect();
    if set.iter().next().is_some_and(|first| *first < 4) {
        handles.pop();
    }
    for handle in handles {
        handle.join().unwrap();
    }
}
