//! Wrong: the shares are cut with a step of N / workers, so the number of workers is not always that of the group, which violates "groups of 1, 2 and 4 threads and of 1, 2 and 4 children"; it shows on N=10 (5 workers instead of 4) and N=0 (none).

use std::env;
use std::hint::black_box;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, anyhow};

fn add_up((from, to): (u32, u32)) -> u64 {
    let mut sum = 0;
    for i in from..to {
        sum += u64::from(black_box(i));
    }
    sum
}

fn split(n: u32, workers: u32) -> Vec<(u32, u32)> {
    let step = (n / workers).max(1);
    (0..n).step_by(step as usize).map(|from| (from, from.saturating_add(step).min(n))).collect()
}

fn threads(parts: &[(u32, u32)]) -> Result<u64> {
    thread::scope(|scope| {
        let handles: Vec<_> = parts.iter().map(|&part| scope.spawn(move || add_up(part))).collect();
        let mut sum = 0;
        for handle in handles {
            sum += handle.join().map_err(|_| anyhow!("a thread panicked"))?;
        }
        Ok(sum)
    })
}

fn processes(parts: &[(u32, u32)]) -> Result<u64> {
    let handles: Vec<_> = parts.iter().map(|&part| procspawn::spawn(part, add_up)).collect();
    let mut sum = 0;
    for handle in handles {
        sum += handle.join()?;
    }
    Ok(sum)
}

fn main() -> Result<()> {
    procspawn::init();
    let n: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("N must be a whole number")?,
        None => 1_000_000,
    };

    for workers in [1, 2, 4] {
        let parts = split(n, workers);

        let start = Instant::now();
        let by_threads = threads(&parts)?;
        let thread_time = start.elapsed().as_secs_f64();

        let start = Instant::now();
        let by_processes = processes(&parts)?;
        let process_time = start.elapsed().as_secs_f64();

        eprintln!("{by_threads} {by_processes}");
        println!("workers={workers} threads={thread_time:.6}s processes={process_time:.6}s");
    }
    Ok(())
}
