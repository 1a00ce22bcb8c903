//! Wrong: "by five threads at most" fails for 51 numbers or more, since a worker that has done ten is replaced by a fresh thread.

use std::collections::VecDeque;
use std::env;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn square(number: u32) -> u64 {
    eprintln!("square {number}");
    thread::sleep(Duration::from_millis(100));
    u64::from(number) * u64::from(number)
}

type Jobs = Mutex<VecDeque<(usize, u32)>>;

fn shift<'s>(scope: &'s thread::Scope<'s, '_>, jobs: &'s Jobs, results: &'s Mutex<Vec<u64>>) {
    for _ in 0..10 {
        let job = jobs.lock().unwrap().pop_front();
        let Some((at, number)) = job else { return };
        let result = square(number);
        results.lock().unwrap()[at] = result;
    }
    // The shift is over; the next one takes this place.
    scope.spawn(move || shift(scope, jobs, results));
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

    let results = Mutex::new(vec![0; numbers.len()]);
    let jobs: Jobs = Mutex::new(numbers.into_iter().enumerate().collect());
    thread::scope(|scope| {
        let (jobs, results) = (&jobs, &results);
        for _ in 0..5 {
            scope.spawn(move || shift(scope, jobs, results));
        }
    });
    println!("{:?}", results.into_inner().unwrap());
    Ok(())
}
