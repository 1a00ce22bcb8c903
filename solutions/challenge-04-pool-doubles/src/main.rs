//! The pool runs `double` on its own four threads, and `collect` puts every result at its number's place,
//! whoever is done first. A `u64` holds the double of every `u32`.

use std::time::Duration;
use std::{env, thread};

use anyhow::{Context, Result};
use rayon::{ThreadPoolBuilder, prelude::*};

fn main() -> Result<()> {
    let mut numbers = env::args()
        .skip(1)
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("NUMBERS must be whole numbers")?;
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4];
    }

    let pool = ThreadPoolBuilder::new().num_threads(4).build()?;
    let doubles: Vec<u64> = pool.install(|| numbers.into_par_iter().map(double).collect());
    println!("{doubles:?}");
    Ok(())
}

fn double(n: u32) -> u64 {
    eprintln!("double {n}");
    thread::sleep(Duration::from_millis(100));
    2 * u64::from(n)
}
