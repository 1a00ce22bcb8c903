//! Four CPU tasks: in a row, on four threads, on four processes.

use std::hint::black_box;
use std::thread;

use threadlings_benches::timed;

const TASKS: u32 = 4;
const N: u64 = 10_000_000;

fn main() {
    procspawn::init();
    timed("in a row", in_a_row);
    timed("threads", on_threads);
    timed("processes", on_processes);
}

// Not inlined: the same machine code, whoever calls it.
#[inline(never)]
fn cpu_task(_: u32) -> u128 {
    let mut total = 0;
    for i in 0..N {
        total += u128::from(black_box(i * i)); // black_box: no formula in the place of the loop
    }
    total
}

fn in_a_row() -> u128 {
    (0..TASKS).map(cpu_task).sum()
}

fn on_threads() -> u128 {
    thread::scope(|s| {
        let threads: Vec<_> = (0..TASKS).map(|task| s.spawn(move || cpu_task(task))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    })
}

fn on_processes() -> u128 {
    let processes: Vec<_> = (0..TASKS).map(|task| procspawn::spawn(task, cpu_task)).collect();
    processes.into_iter().map(|process| process.join().unwrap()).sum()
}
