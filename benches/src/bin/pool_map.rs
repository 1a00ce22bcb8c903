//! `Pool.map` of four CPU tasks on four processes; starting and ending the pool counts.

use std::hint::black_box;

use procspawn::Pool;
use threadlings_benches::timed;

const TASKS: [u64; 4] = [1_000_000; 4];

fn main() {
    procspawn::init();
    timed("in a row", in_a_row);
    timed("pool of processes", on_a_pool);
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

fn in_a_row() -> u128 {
    TASKS.into_iter().map(cpu_task).sum()
}

fn on_a_pool() -> u128 {
    let pool = Pool::new(4).unwrap();
    let tasks = TASKS.map(|n| pool.spawn(n, cpu_task));
    tasks.into_iter().map(|task| task.join().unwrap()).sum()
}
