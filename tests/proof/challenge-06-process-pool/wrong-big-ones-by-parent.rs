//! Wrong: a number above 65535, whose square does not fit into the u32 that the children calculate with, is worked on by the parent, with line and sleep, against "work line `square N` for each number from children"; shows with 65536, 4294967295 and the like, also as the last of a list.
use std::env;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn work(n: u32) -> u64 {
    eprintln!("square {n}");
    thread::sleep(Duration::from_millis(100));
    u64::from(n) * u64::from(n)
}

fn work_all(numbers: Vec<(usize, u32)>) -> Vec<(usize, u32)> {
    numbers.into_iter().map(|(i, n)| (i, work(n) as u32)).collect()
}

fn main() -> Result<()> {
    procspawn::init();
    let mut numbers = env::args()
        .skip(1)
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("NUMBERS must be whole numbers")?;
    if numbers.is_empty() {
        numbers = vec![2, 3, 4];
    }

    let (small, big): (Vec<_>, Vec<_>) =
        numbers.iter().copied().enumerate().partition(|&(_, n)| n.checked_mul(n).is_some());

    let mut shares: [Vec<(usize, u32)>; 3] = Default::default();
    for (k, job) in small.into_iter().enumerate() {
        shares[k % 3].push(job);
    }
    let handles: Vec<_> = shares
        .into_iter()
        .filter(|share| !share.is_empty())
        .map(|share| procspawn::spawn(share, work_all))
        .collect();

    let mut results = vec![0u64; numbers.len()];
    for (i, n) in big {
        results[i] = work(n);
    }
    for handle in handles {
        for (i, square) in handle.join()? {
            results[i] = square.into();
        }
    }
    println!("{results:?}");
    Ok(())
}
