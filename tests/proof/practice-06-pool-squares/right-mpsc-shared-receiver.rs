//! Five threads share a Receiver under a Mutex; results come back with their index.
use std::sync::{Arc, Mutex, mpsc};
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
    let (jobs, todo) = mpsc::channel::<(usize, u32)>();
    let (results, done) = mpsc::channel();
    let todo = Arc::new(Mutex::new(todo));
    let workers: Vec<_> = (0..5)
        .map(|_| {
            let (todo, results) = (todo.clone(), results.clone());
            thread::spawn(move || {
                loop {
                    let job = todo.lock().unwrap().recv();
                    let Ok((i, n)) = job else { break };
                    results.send((i, square(n))).unwrap();
                }
            })
        })
        .collect();
    drop(results);
    let mut squares = vec![0; numbers.len()];
    for job in numbers.into_iter().enumerate() {
        jobs.send(job)?;
    }
    drop(jobs);
    for (i, square) in done {
        squares[i] = square;
    }
    for worker in workers {
        worker.join().unwrap();
    }
    println!("{squares:?}");
    Ok(())
}
