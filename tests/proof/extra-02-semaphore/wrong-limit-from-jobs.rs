//! Wrong: a LIMIT that is left out becomes a third of JOBS instead of 2 (the same for the default of six); violates the default LIMIT=2, "never more than LIMIT inside" (JOBS=30 alone: ten inside on some schedule).
use std::env;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use anyhow::{Context, Result, ensure};

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let jobs: u32 = match args.next() {
        Some(arg) => arg.parse().context("JOBS must be a whole number")?,
        None => 6,
    };
    let limit: u32 = match args.next() {
        Some(arg) => arg.parse().context("LIMIT must be a whole number")?,
        None => (jobs / 3).max(2),
    };
    ensure!(limit >= 1, "LIMIT must be at least 1");

    let gate = Arc::new((Mutex::new(0u32), Condvar::new()));
    let mut handles = vec![];
    for i in 0..jobs {
        let gate = gate.clone();
        handles.push(thread::spawn(move || {
            let (inside, left) = &*gate;
            let mut n = inside.lock().unwrap();
            while *n >= limit {
                n = left.wait(n).unwrap();
            }
            *n += 1;
            drop(n);
            println!("start {i}");
            println!("end {i}");
            *inside.lock().unwrap() -= 1;
            left.notify_one();
        }));
    }
    for h in handles {
        h.join().unwrap();
    }
    Ok(())
}
