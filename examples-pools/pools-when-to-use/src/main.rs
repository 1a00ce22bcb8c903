//! Look at the last column: what to use, from what was measured just now on this (quiet) machine.
//!
//! Python: threads for I/O-bound work (a waiting thread lets go of the GIL), processes for CPU-bound work
//! (each has a GIL of its own), both for mixed work, and asyncio when there are only waits. Rust: threads for
//! all of these; tasks as in `pools-async` for thousands of waits; processes when one must be able to crash
//! without the others.

use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

use procspawn::SpawnError;

const TASKS: usize = 4;

fn main() -> Result<(), SpawnError> {
    procspawn::init();

    println!("{:<10} {:<10} {:>7} {:>8}  best", "task", "approach", "seconds", "speedup");
    compare("I/O-bound", io_bound_task)?;
    compare("CPU-bound", cpu_bound_task)
}

fn compare(task: &str, work: fn(())) -> Result<(), SpawnError> {
    let start = Instant::now();
    for _ in 0..TASKS {
        work(());
    }
    let in_a_row = start.elapsed().as_secs_f64();

    let start = Instant::now();
    thread::scope(|s| {
        for _ in 0..TASKS {
            s.spawn(|| work(()));
        }
    });
    let threads = start.elapsed().as_secs_f64();

    let start = Instant::now();
    let children = [(); TASKS].map(|()| procspawn::spawn((), work));
    for child in children {
        child.join()?;
    }
    let processes = start.elapsed().as_secs_f64();

    let best = in_a_row.min(threads).min(processes);
    for (approach, seconds) in [("in a row", in_a_row), ("threads", threads), ("processes", processes)] {
        let speedup = in_a_row / seconds;
        let is_best = if seconds == best { "yes" } else { "no" };
        println!("{task:<10} {approach:<10} {seconds:>7.3} {speedup:>7.2}x  {is_best}");
    }
    Ok(())
}

fn io_bound_task(_: ()) {
    thread::sleep(Duration::from_millis(100));
}

fn cpu_bound_task(_: ()) {
    let sum: u64 = (0..3_000_000).map(|i| black_box(i * i)).sum();
    black_box(sum);
}
