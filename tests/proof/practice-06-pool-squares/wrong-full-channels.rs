//! All jobs are sent before a result is taken, both channels being bounded: a deadlock from 16 numbers on.
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;
use crossbeam_channel::bounded;

fn square(n: u32) -> u64 {
    eprintln!("square {n}");
    thread::sleep(Duration::from_millis(100));
    u64::from(n) * u64::from(n)
}

fn main() -> anyhow::Result<()> {
    let mut numbers = Vec::new();
    for arg in env::args().skip(1) {
        numbers.push(arg.parse::<u32>().with_context(|| format!("NUMBERS: {arg:?}"))?);
    }
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4, 5];
    }
    let (job_tx, job_rx) = bounded(5);
    let (result_tx, result_rx) = bounded(5);
    for _ in 0..5 {
        let (job_rx, result_tx) = (job_rx.clone(), result_tx.clone());
        thread::spawn(move || {
            for (i, n) in job_rx {
                result_tx.send((i, square(n))).unwrap();
            }
        });
    }
    drop(result_tx);
    for job in numbers.into_iter().enumerate() {
        job_tx.send(job)?;
    }
    drop(job_tx);
    let mut results: Vec<(usize, u64)> = result_rx.iter().collect();
    results.sort();
    println!("{:?}", results.iter().map(|r| r.1).collect::<Vec<_>>());
    Ok(())
}
