//! Detached workers on a zero-capacity crossbeam channel; main has all results when their channel closes.
use std::collections::BTreeMap;
use std::time::Duration;
use std::{env, process, thread};

use crossbeam_channel::{bounded, unbounded};

fn main() {
    let mut numbers: Vec<u32> = Vec::new();
    for a in env::args().skip(1) {
        match a.parse() {
            Ok(n) => numbers.push(n),
            Err(e) => {
                eprintln!("NUMBERS {a:?}: {e}");
                process::exit(1);
            }
        }
    }
    if numbers.is_empty() {
        numbers.extend(1..=5);
    }
    let (job_tx, job_rx) = bounded::<(usize, u32)>(0);
    let (result_tx, result_rx) = unbounded();
    for _ in 0..5 {
        let job_rx = job_rx.clone();
        let result_tx = result_tx.clone();
        thread::spawn(move || {
            for (index, n) in job_rx {
                eprintln!("square {n}");
                thread::sleep(Duration::from_millis(100));
                result_tx.send((index, u64::from(n).pow(2))).unwrap();
            }
        });
    }
    drop(result_tx);
    for job in numbers.into_iter().enumerate() {
        job_tx.send(job).unwrap();
    }
    drop(job_tx);
    let squares: BTreeMap<usize, u64> = result_rx.into_iter().collect();
    println!("{:?}", squares.values().collect::<Vec<_>>());
    process::exit(0);
}
