//! A worker may take the stop before jobs that are still waiting.

use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, select, unbounded};

fn work(n: u32) -> u64 {
    eprintln!("double {n}");
    thread::sleep(Duration::from_millis(100));
    u64::from(n) * 2
}

/// Works until it is stopped.
fn worker(todo: &Receiver<(usize, u32)>, stopped: &Receiver<()>) -> Vec<(usize, u64)> {
    let mut done = Vec::new();
    loop {
        select! {
            recv(todo) -> job => {
                let (place, n) = job.expect("the jobs' sender is kept");
                done.push((place, work(n)));
            }
            recv(stopped) -> _ => return done,
        }
    }
}

fn main() {
    let mut numbers: Vec<u32> = Vec::new();
    for arg in std::env::args().skip(1) {
        match arg.parse() {
            Ok(n) => numbers.push(n),
            Err(error) => {
                eprintln!("NUMBERS: {arg:?}: {error}");
                std::process::exit(1);
            }
        }
    }
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4];
    }
    let (jobs, todo) = unbounded();
    let (running, stopped) = unbounded();
    let mut done: Vec<(usize, u64)> = thread::scope(|scope| {
        let workers = [(); 4].map(|()| scope.spawn(|| worker(&todo, &stopped)));
        for job in numbers.into_iter().enumerate() {
            jobs.send(job).expect("the workers are there");
        }
        drop(running);
        workers.into_iter().flat_map(|worker| worker.join().expect("it does not panic")).collect()
    });
    done.sort();
    let doubles: Vec<u64> = done.into_iter().map(|(_, double)| double).collect();
    println!("{doubles:?}");
}
