//! The same CPU work on 1, 2, 4 and 8 workers, as threads, as rayon tasks and as processes.

use std::hint::black_box;
use std::thread;

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use threadlings_benches::timed;

const N: u64 = 500_000_000;

fn main() {
    procspawn::init();
    timed("in a row", in_a_row);
    for workers in [1, 2, 4, 8] {
        timed(&format!("threads {workers}"), || on_threads(workers));
        timed(&format!("rayon tasks {workers}"), || as_rayon_tasks(workers));
        timed(&format!("processes {workers}"), || on_processes(workers));
    }
}

// Not inlined: the same machine code, whoever calls it.
#[inline(never)]
fn sum_of_squares((start, end): (u64, u64)) -> u128 {
    let mut total = 0;
    for i in start..end {
        total += u128::from(black_box(i * i));
    }
    total
}

fn parts(workers: u64) -> impl Iterator<Item = (u64, u64)> {
    (0..workers).map(move |w| (N * w / workers, N * (w + 1) / workers))
}

fn in_a_row() -> u128 {
    sum_of_squares((0, N))
}

fn on_threads(workers: u64) -> u128 {
    thread::scope(|s| {
        let threads: Vec<_> = parts(workers).map(|part| s.spawn(move || sum_of_squares(part))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    })
}

fn as_rayon_tasks(workers: u64) -> u128 {
    let pool = ThreadPoolBuilder::new().num_threads(workers as usize).build().unwrap();
    let parts: Vec<(u64, u64)> = parts(workers).collect();
    pool.install(|| parts.into_par_iter().map(sum_of_squares).sum())
}

fn on_processes(workers: u64) -> u128 {
    let processes: Vec<_> = parts(workers).map(|part| procspawn::spawn(part, sum_of_squares)).collect();
    processes.into_iter().map(|process| process.join().unwrap()).sum()
}
