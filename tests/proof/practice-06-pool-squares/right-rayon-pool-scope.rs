//! Tasks spawned into a pool of five; each writes into its own slot.
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
    let mut slots = vec![0; numbers.len()];
    let pool = rayon::ThreadPoolBuilder::new().num_threads(5).build()?;
    pool.scope(|s| {
        for (slot, &n) in slots.iter_mut().zip(&numbers) {
            s.spawn(move |_| *slot = square(n));
        }
    });
    println!("{slots:?}");
    Ok(())
}
