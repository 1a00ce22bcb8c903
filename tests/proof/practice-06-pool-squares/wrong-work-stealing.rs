//! Wrong: the owner of the Chase-Lev deque lacks the SeqCst fence between lowering `bottom` and reading `top`, so it may take a job that a thief has stolen already: one number is squared twice.

use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicIsize, AtomicU64, Ordering, fence};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

/// A work-stealing deque of the jobs 0..n, filled from the start.
struct Deque {
    top: AtomicIsize,
    bottom: AtomicIsize,
}

impl Deque {
    fn full(jobs: usize) -> Self {
        Deque {
            top: AtomicIsize::new(0),
            bottom: AtomicIsize::new(jobs as isize),
        }
    }

    /// For the owner only: the job at the bottom.
    fn pop(&self) -> Option<usize> {
        let bottom = self.bottom.load(Ordering::Relaxed) - 1;
        self.bottom.store(bottom, Ordering::Relaxed);
        let top = self.top.load(Ordering::Relaxed);
        if top > bottom {
            self.bottom.store(bottom + 1, Ordering::Relaxed);
            return None;
        }
        if top == bottom {
            // The last job: a thief may want it too.
            let won = self
                .top
                .compare_exchange(top, top + 1, Ordering::SeqCst, Ordering::Relaxed)
                .is_ok();
            self.bottom.store(bottom + 1, Ordering::Relaxed);
            return won.then_some(bottom as usize);
        }
        Some(bottom as usize)
    }

    /// For the others: the job at the top.
    fn steal(&self) -> Option<usize> {
        loop {
            let top = self.top.load(Ordering::Acquire);
            fence(Ordering::SeqCst);
            let bottom = self.bottom.load(Ordering::Acquire);
            if top >= bottom {
                return None;
            }
            if self
                .top
                .compare_exchange(top, top + 1, Ordering::SeqCst, Ordering::Relaxed)
                .is_ok()
            {
                return Some(top as usize);
            }
        }
    }
}

struct Pool {
    numbers: Vec<u32>,
    results: Vec<AtomicU64>,
    deque: Deque,
}

impl Pool {
    fn run(&self, worker: usize) {
        loop {
            // The deque belongs to the first worker, the other four steal from it.
            let job = if worker == 0 { self.deque.pop() } else { self.deque.steal() };
            let Some(job) = job else { return };
            let number = self.numbers[job];
            eprintln!("square {number}");
            thread::sleep(Duration::from_millis(100));
            self.results[job].store(u64::from(number) * u64::from(number), Ordering::Relaxed);
        }
    }
}

fn main() -> Result<()> {
    let mut numbers = env::args()
        .skip(1)
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("NUMBERS must be whole numbers")?;
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4, 5];
    }

    let pool = Arc::new(Pool {
        results: numbers.iter().map(|_| AtomicU64::new(0)).collect(),
        deque: Deque::full(numbers.len()),
        numbers,
    });
    let workers: Vec<_> = (0..5)
        .map(|worker| {
            let pool = Arc::clone(&pool);
            thread::spawn(move || pool.run(worker))
        })
        .collect();
    for worker in workers {
        worker.join().unwrap();
    }
    let results: Vec<u64> = pool.results.iter().map(|r| r.load(Ordering::Relaxed)).collect();
    println!("{results:?}");
    Ok(())
}
