//! A hand-made pool: a queue under a Mutex, a Condvar for new work, a closed flag, and join.
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

#[derive(Default)]
struct Queue {
    jobs: VecDeque<(usize, u32)>,
    closed: bool,
}

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
    let queue = Mutex::new(Queue::default());
    let changed = Condvar::new();
    let squares: Vec<Mutex<u64>> = numbers.iter().map(|_| Mutex::new(0)).collect();
    thread::scope(|s| {
        for _ in 0..5 {
            s.spawn(|| {
                loop {
                    let mut q = changed
                        .wait_while(queue.lock().unwrap(), |q| q.jobs.is_empty() && !q.closed)
                        .unwrap();
                    let Some((i, n)) = q.jobs.pop_front() else { return };
                    drop(q);
                    *squares[i].lock().unwrap() = square(n);
                }
            });
        }
        for job in numbers.iter().copied().enumerate() {
            queue.lock().unwrap().jobs.push_back(job);
            changed.notify_one();
        }
        queue.lock().unwrap().closed = true;
        changed.notify_all();
    });
    let squares: Vec<u64> = squares.into_iter().map(|m| m.into_inner().unwrap()).collect();
    println!("{squares:?}");
    Ok(())
}
