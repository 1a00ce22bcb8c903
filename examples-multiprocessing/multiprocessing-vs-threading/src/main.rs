//! Look at which time is shorter: threads start in microseconds, processes in milliseconds.
//!
//! Python: processes win, because two threads that compute take turns at the GIL. In Rust threads are the
//! choice for speed; processes are for isolation (a crash, a memory limit).

use std::hint::black_box;
use std::thread;
use std::time::Instant;

use procspawn::SpawnError;

const N: u64 = 1_000_000;

fn main() -> Result<(), SpawnError> {
    procspawn::init();

    let start = Instant::now();
    thread::scope(|s| {
        s.spawn(|| sum_below(N));
        s.spawn(|| sum_below(N));
    });
    println!("Threads time: {:.4}", start.elapsed().as_secs_f64());

    let start = Instant::now();
    let children = [procspawn::spawn(N, sum_below), procspawn::spawn(N, sum_below)];
    for child in children {
        child.join()?;
    }
    println!("Processes time: {:.4}", start.elapsed().as_secs_f64());
    Ok(())
}

fn sum_below(n: u64) -> u64 {
    (0..n).map(black_box).sum() // black_box: the optimizer must not find a formula for the sum
}
