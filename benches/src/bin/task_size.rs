//! Two CPU tasks, small to large: in a row, on two threads and on two processes. From which size on do
//! threads and processes pay?

use std::hint::black_box;
use std::thread;

use threadlings_benches::timed;

fn main() {
    procspawn::init();
    // The first seven are Python's too; Rust needs larger ones to come to the same seconds.
    for n in
        [3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000, 30_000_000, 100_000_000]
    {
        timed(&format!("in a row {n}"), || in_a_row(n));
        timed(&format!("threads {n}"), || on_threads(n));
        timed(&format!("processes {n}"), || on_processes(n));
    }
}

// Not inlined: the same machine code, whoever calls it.
#[inline(never)]
fn cpu_task(n: u64) -> u128 {
    let mut total = 0;
    for i in 0..n {
        total += u128::from(black_box(i * i));
    }
    total
}

fn in_a_row(n: u64) -> u128 {
    cpu_task(n) + cpu_task(n)
}

fn on_threads(n: u64) -> u128 {
    thread::scope(|s| {
        let threads = [(); 2].map(|()| s.spawn(move || cpu_task(n)));
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    })
}

fn on_processes(n: u64) -> u128 {
    let processes = [(); 2].map(|()| procspawn::spawn(n, cpu_task));
    processes.into_iter().map(|process| process.join().unwrap()).sum()
}
