//! The next index is loaded and stored in two steps: two threads can square the same number.
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
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
                loop {
                    let i = next.load(SeqCst);
                    next.store(i + 1, SeqCst);
                    let Some(&n) = numbers.get(i) else { return };
                    let square = square(n);
                    squares.lock().unwrap()[i] = square;
                }
            });
        }
    });
    println!("{:?}", squares.into_inner()?);
    Ok(())
}
