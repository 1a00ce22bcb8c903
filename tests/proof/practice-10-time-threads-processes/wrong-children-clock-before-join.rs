//! Wrong: the clock of the children is read when they have been started, and only then are they waited for.
use std::hint::black_box;
use std::time::Instant;
use std::{env, process, thread};

fn add_up(n: u32) -> u64 {
    (0..u64::from(n)).fold(0, |sum, i| black_box(sum + i))
}

fn main() {
    procspawn::init();
    let n: u32 = match env::args().nth(1).map(|text| text.parse()) {
        None => 1_000_000,
        Some(Ok(n)) => n,
        Some(Err(error)) => {
            eprintln!("N: {error}");
            process::exit(1);
        }
    };
    let start = Instant::now();
    let threads: Vec<_> = (0..2).map(|_| thread::spawn(move || add_up(n))).collect();
    for thread in threads {
        black_box(thread.join().unwrap());
    }
    let seconds = start.elapsed().as_secs_f64();
    println!("Threads time: {seconds:.6}");
    let start = Instant::now();
    let children: Vec<_> = (0..2).map(|_| procspawn::spawn(n, add_up)).collect();
    let seconds = start.elapsed().as_secs_f64();
    for child in children {
        black_box(child.join().unwrap());
    }
    println!("Processes time: {seconds:.6}");
}
