//! A rayon pool of one thread; install waits.
use std::io::{self, Write};
use std::time::Duration;
use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let seconds = env::args().nth(1).map_or(Ok(5), |a| a.parse::<u32>()).context("SECONDS")?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
    pool.install(|| -> Result<()> {
        for _ in 0..u64::from(seconds) * 2 {
            writeln!(io::stdout(), "Tick")?;
            thread::sleep(Duration::from_millis(500));
        }
        Ok(())
    })
}
