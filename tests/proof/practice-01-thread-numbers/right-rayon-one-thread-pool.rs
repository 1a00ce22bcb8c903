//! A rayon pool of one thread; install waits for the closure.
use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count = std::env::args().nth(1).map_or(Ok(5), |a| a.parse::<u32>()).context("COUNT")?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
    pool.install(|| {
        for number in 0..count {
            println!("{number}");
        }
    });
    Ok(())
}
