//! Look at the speedup: at best the number of cores, and less by the time that four processes take to start.
//!
//! Python: its tasks count to one million. These count to ten million, or the processes would take longer to
//! start than to compute; with `--release` even that is hardly enough. A pool of threads is the first choice
//! in Rust, see `pools-gil`.

use std::hint::black_box;
use std::time::Instant;

use procspawn::{Pool, SpawnError};

const N: u128 = 10_000_000;

fn main() -> Result<(), SpawnError> {
    procspawn::init();

    let start = Instant::now();
    for _ in 0..4 {
        sum_of_squares(N);
    }
    let sequential = start.elapsed().as_secs_f64();

    let start = Instant::now();
    let pool = Pool::new(4)?;
    let tasks = [N; 4].map(|n| pool.spawn(n, sum_of_squares));
    for task in tasks {
        task.join()?;
    }
    let multiprocessing = start.elapsed().as_secs_f64();

    println!("Sequential: {sequential:.2}s");
    println!("Multiprocessing: {multiprocessing:.2}s");
    println!("Speedup: {:.2}x", sequential / multiprocessing);
    Ok(())
}

fn sum_of_squares(n: u128) -> u128 {
    (0..n).map(|i| black_box(i * i)).sum() // black_box: the optimizer must not find a formula for the sum
}
