//! What it costs to start: 1,000 threads, 20 processes, a pool of four processes. Each does next to nothing.

use std::thread;

use procspawn::Pool;
use threadlings_benches::timed;

fn main() {
    procspawn::init();
    timed("1,000 threads", threads);
    timed("20 processes", processes);
    timed("pool of 4 processes", pool);
}

fn nothing(_: ()) {}

fn double(n: u32) -> u32 {
    2 * n
}

fn threads() -> u32 {
    for _ in 0..1000 {
        thread::spawn(|| nothing(())).join().unwrap();
    }
    1000
}

fn processes() -> u32 {
    for _ in 0..20 {
        procspawn::spawn((), nothing).join().unwrap();
    }
    20
}

fn pool() -> u32 {
    let pool = Pool::new(4).unwrap();
    let tasks = [0, 1, 2, 3].map(|n| pool.spawn(n, double));
    tasks.into_iter().map(|task| task.join().unwrap()).sum()
}
