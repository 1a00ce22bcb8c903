//! A second without a result counts as the end: a worker that is delayed for longer is left out.
use std::sync::mpsc;
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

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
    let (job_tx, job_rx) = crossbeam_channel::unbounded();
    let (result_tx, result_rx) = mpsc::channel();
    for job in numbers.into_iter().enumerate() {
        job_tx.send(job)?;
    }
    drop(job_tx);
    for _ in 0..5 {
        let (job_rx, result_tx) = (job_rx.clone(), result_tx.clone());
        thread::spawn(move || {
            for (i, n) in job_rx {
                let _ = result_tx.send((i, square(n)));
            }
        });
    }
    drop(result_tx);
    let mut results = Vec::new();
    while let Ok(result) = result_rx.recv_timeout(Duration::from_secs(1)) {
        results.push(result);
    }
    results.sort();
    println!("{:?}", results.iter().map(|r| r.1).collect::<Vec<_>>());
    Ok(())
}
