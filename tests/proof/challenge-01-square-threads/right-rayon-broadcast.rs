//! A rayon pool of COUNT threads and a broadcast: each thread once.

use anyhow::{Context, Result};
use rayon::ThreadPoolBuilder;

fn main() -> Result<()> {
    let count: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("COUNT must be a whole number")?,
        None => 5,
    };
    if count == 0 {
        return Ok(());
    }
    let pool = ThreadPoolBuilder::new().num_threads(count as usize).build()?;
    pool.broadcast(|thread| {
        let i = thread.index() as u64 + 1;
        println!("{}", i * i);
    });
    Ok(())
}
