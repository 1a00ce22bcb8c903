//! Five scoped threads take the next index from an atomic and return what they did.
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
    let mut results: Vec<(usize, u64)> = thread::scope(|s| {
        let work = || {
            let mut mine = Vec::new();
            loop {
                let i = next.fetch_add(1, Relaxed);
                match numbers.get(i) {
                    Some(&n) => mine.push((i, square(n))),
                    None => return mine,
                }
            }
        };
        let workers: Vec<_> = (0..5).map(|_| s.spawn(work)).collect();
        workers.into_iter().flat_map(|w| w.join().unwrap()).collect()
    });
    results.sort();
    let squares: Vec<u64> = results.into_iter().map(|(_, square)| square).collect();
    println!("{squares:?}");
    Ok(())
}
