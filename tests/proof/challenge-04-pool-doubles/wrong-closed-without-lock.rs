//! wrong: the closing flag is an atomic set outside the lock: the wake-up can fall between a look at it and the wait.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use parking_lot::{Condvar, Mutex};

fn main() -> Result<()> {
    let mut numbers = std::env::args()
        .skip(1)
        .map(|text| text.parse::<u32>().with_context(|| format!("NUMBERS: bad number {text:?}")))
        .collect::<Result<Vec<_>>>()?;
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4];
    }
    let queue = Mutex::new(VecDeque::new());
    let (changed, closed) = (Condvar::new(), AtomicBool::new(false));
    let doubles = Mutex::new(vec![0; numbers.len()]);
    let work = || {
        loop {
            let mut jobs = queue.lock();
            while jobs.is_empty() && !closed.load(Ordering::SeqCst) {
                changed.wait(&mut jobs);
            }
            let Some((i, n)) = jobs.pop_front() else { return };
            drop(jobs);
            eprintln!("double {n}");
            thread::sleep(Duration::from_millis(100));
            doubles.lock()[i] = u64::from(n) * 2;
        }
    };
    thread::scope(|s| {
        for _ in 0..4 {
            s.spawn(work);
        }
        for job in numbers.into_iter().enumerate() {
            queue.lock().push_back(job);
            changed.notify_one();
        }
        closed.store(true, Ordering::SeqCst);
        changed.notify_all();
    });
    println!("{:?}", doubles.into_inner());
    Ok(())
}
