//! The lock on the results is taken before squaring: never two at work.
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
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
    let next = AtomicUsize::new(0);
    let squares = Mutex::new(vec![0; numbers.len()]);
    thread::scope(|s| {
        for _ in 0..5 {
            s.spawn(|| {
                while let Some((i, &n)) =
                    Some(next.fetch_add(1, Relaxed)).and_then(|i| Some((i, numbers.get(i)?)))
                {
                    let mut squares = squares.lock().unwrap();
                    squares[i] = square(n);
                }
            });
        }
    });
    println!("{:?}", squares.into_inner()?);
    Ok(())
}
