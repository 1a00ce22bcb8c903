//! Right: rayon pools of 1, 2 and 4 threads lie ready in a BTreeMap and each broadcasts the sum to all its threads; then as many procspawn children; the clock is read when all are done.

use std::collections::BTreeMap;
use std::env;
use std::hint::black_box;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use rayon::{ThreadPool, ThreadPoolBuilder};

fn add_up(n: u32) -> u64 {
    (0..n).map(|i| u64::from(black_box(i))).sum()
}

fn pools(sizes: &[usize]) -> Result<BTreeMap<usize, ThreadPool>> {
    sizes
        .iter()
        .map(|&size| Ok((size, ThreadPoolBuilder::new().num_threads(size).build()?)))
        .collect()
}

fn clocked<T>(f: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let value = f();
    (start.elapsed().as_secs_f64(), value)
}

fn main() -> Result<()> {
    procspawn::init();
    let n: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("N must be a whole number")?,
        None => 1_000_000,
    };

    let pools = pools(&[1, 2, 4])?;
    for (&workers, pool) in &pools {
        let (threads, sums) = clocked(|| pool.broadcast(|_| add_up(n)));
        let (processes, results) = clocked(|| {
            let children: Vec<_> = (0..workers).map(|_| procspawn::spawn(n, add_up)).collect();
            children.into_iter().map(|child| child.join()).collect::<Vec<_>>()
        });
        for result in results {
            ensure!(result.context("a child failed")? == sums[0], "the sums differ");
        }
        println!("workers={workers} threads={threads:.6}s processes={processes:.6}s");
    }
    Ok(())
}
