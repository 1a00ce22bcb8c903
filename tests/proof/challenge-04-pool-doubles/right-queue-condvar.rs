//! A queue under a parking_lot lock with a condition variable; the pool is closed by a flag.

use std::collections::VecDeque;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use parking_lot::{Condvar, Mutex};

#[derive(Default)]
struct Pool {
    queue: Mutex<(VecDeque<(usize, u32)>, bool)>,
    changed: Condvar,
    results: Mutex<Vec<u64>>,
}

impl Pool {
    fn work(&self) {
        loop {
            let mut queue = self.queue.lock();
            while queue.0.is_empty() && !queue.1 {
                self.changed.wait(&mut queue);
            }
            let Some((i, n)) = queue.0.pop_front() else { return };
            drop(queue);
            eprintln!("double {n}");
            thread::sleep(Duration::from_millis(100));
            self.results.lock()[i] = u64::from(n) * 2;
        }
    }
}

fn main() -> Result<()> {
    let mut numbers = std::env::args()
        .skip(1)
        .map(|text| text.parse::<u32>().with_context(|| format!("NUMBERS: bad number {text:?}")))
        .collect::<Result<Vec<_>>>()?;
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4];
    }
    let pool = Pool::default();
    pool.results.lock().resize(numbers.len(), 0);
    thread::scope(|s| {
        for _ in 0..4 {
            s.spawn(|| pool.work());
        }
        for job in numbers.into_iter().enumerate() {
            pool.queue.lock().0.push_back(job);
            pool.changed.notify_one();
        }
        pool.queue.lock().1 = true;
        pool.changed.notify_all();
    });
    println!("{:?}", pool.results.lock());
    Ok(())
}
