//! Wrong: the two threads say that they are done with a load and a store; one count can be lost, and then main never goes on.

use std::env;
use std::process::exit;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;
use std::time::Instant;

static DONE: AtomicU32 = AtomicU32::new(0);

fn add_up(n: u32) -> u64 {
    let mut sum: u64 = 0;
    let mut i: u32 = 0;
    while i < n {
        sum = std::hint::black_box(sum + i as u64);
        i += 1;
    }
    sum
}

fn worker(n: u32) {
    add_up(n);
    let done = DONE.load(SeqCst);
    DONE.store(done + 1, SeqCst);
}

fn main() {
    procspawn::init();
    let argv: Vec<String> = env::args().collect();
    let mut n: u32 = 1000000;
    if argv.len() > 1 {
        n = argv[1].parse().unwrap_or_else(|_| {
            eprintln!("usage: {} [N]", argv[0]);
            exit(1)
        });
    }

    let t0 = Instant::now();
    thread::spawn(move || worker(n));
    thread::spawn(move || worker(n));
    while DONE.load(SeqCst) != 2 {
        thread::yield_now();
    }
    println!("Threads time: {:.6}", t0.elapsed().as_secs_f64());

    let t0 = Instant::now();
    let a = procspawn::spawn(n, add_up);
    let b = procspawn::spawn(n, add_up);
    if a.join().is_err() || b.join().is_err() {
        eprintln!("child failed");
        exit(1);
    }
    println!("Processes time: {:.6}", t0.elapsed().as_secs_f64());
}
