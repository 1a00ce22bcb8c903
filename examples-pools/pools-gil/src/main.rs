//! Look at the second line, which is where the two languages part: CPU-bound work on threads.
//!
//! Python: the GIL (global interpreter lock) lets one thread of a process run bytecode at a time. A waiting
//! thread lets go of it, so waiting overlaps, computing does not, and computing needs processes. Rust has no
//! such lock: threads serve for both, and processes are good too, but slower to start.

use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

use procspawn::Pool;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

fn main() -> anyhow::Result<()> {
    procspawn::init();

    let start = Instant::now();
    let pool = ThreadPoolBuilder::new().num_threads(4).build()?;
    pool.install(|| (0..4).into_par_iter().for_each(|_| io_bound_task()));
    println!("I/O-bound with threads: {:.3}s (good)", start.elapsed().as_secs_f64());

    let start = Instant::now();
    let pool = ThreadPoolBuilder::new().num_threads(4).build()?;
    pool.install(|| (0..4).into_par_iter().for_each(|_| cpu_bound_task(())));
    println!("CPU-bound with threads: {:.3}s (good: no GIL)", start.elapsed().as_secs_f64());

    let start = Instant::now();
    let pool = Pool::new(4)?;
    let tasks = [(); 4].map(|()| pool.spawn((), cpu_bound_task));
    for task in tasks {
        task.join()?;
    }
    println!("CPU-bound with processes: {:.3}s (good)", start.elapsed().as_secs_f64());
    Ok(())
}

fn io_bound_task() {
    thread::sleep(Duration::from_millis(100));
}

fn cpu_bound_task(_: ()) {
    let sum: u64 = (0..100_000).map(|i| black_box(i * i)).sum();
    black_box(sum);
}
