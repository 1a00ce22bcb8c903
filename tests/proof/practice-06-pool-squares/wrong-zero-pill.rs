//! wrong: 0 is the end mark of the job queue, so a 0 among the numbers ends a worker and its `square 0` is never written.
use anyhow::{Context, Result};
use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

const STOP: u32 = 0;

struct Queue {
    jobs: Mutex<VecDeque<(usize, u32)>>,
    filled: Condvar,
}

impl Queue {
    fn put(&self, index: usize, n: u32) {
        self.jobs.lock().unwrap().push_back((index, n));
        self.filled.notify_one();
    }

    fn take(&self) -> (usize, u32) {
        let mut jobs = self.jobs.lock().unwrap();
        loop {
            match jobs.pop_front() {
                Some(job) => return job,
                None => jobs = self.filled.wait(jobs).unwrap(),
            }
        }
    }
}

fn main() -> Result<()> {
    let mut numbers = std::env::args()
        .skip(1)
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("NUMBERS must be whole numbers")?;
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4, 5];
    }
    let queue = Arc::new(Queue { jobs: Mutex::new(VecDeque::new()), filled: Condvar::new() });
    let squares = Arc::new(Mutex::new(vec![0u64; numbers.len()]));
    let mut pool = Vec::new();
    for _ in 0..5 {
        let queue = queue.clone();
        let squares = squares.clone();
        pool.push(thread::spawn(move || {
            loop {
                let (index, n) = queue.take();
                if n == STOP {
                    break;
                }
                eprintln!("square {n}");
                thread::sleep(Duration::from_millis(100));
                squares.lock().unwrap()[index] = n as u64 * n as u64;
            }
        }));
    }
    for (index, n) in numbers.iter().enumerate() {
        queue.put(index, *n);
    }
    for _ in 0..5 {
        queue.put(usize::MAX, STOP);
    }
    for t in pool {
        t.join().unwrap();
    }
    println!("{:?}", squares.lock().unwrap());
    Ok(())
}
