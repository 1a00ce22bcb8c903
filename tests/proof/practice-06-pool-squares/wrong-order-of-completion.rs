//! Results are listed as they are ready, not in the order of the input.
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;
use crossbeam_channel::unbounded;

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
    let (job_tx, job_rx) = unbounded();
    let (result_tx, result_rx) = unbounded();
    for n in numbers {
        job_tx.send(n)?;
    }
    drop(job_tx);
    for _ in 0..5 {
        let (job_rx, result_tx) = (job_rx.clone(), result_tx.clone());
        thread::spawn(move || {
            for n in job_rx {
                result_tx.send(square(n)).unwrap();
            }
        });
    }
    drop(result_tx);
    println!("{:?}", result_rx.iter().collect::<Vec<u64>>());
    Ok(())
}
