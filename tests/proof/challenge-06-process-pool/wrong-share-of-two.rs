//! Wrong: a share is `len / 3` and the last child takes the rest, so with two numbers one child does both.

use std::env;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

const CHILDREN: usize = 3;

fn squares(share: Vec<u32>) -> Vec<u64> {
    share
        .into_iter()
        .map(|n| {
            eprintln!("square {n}");
            thread::sleep(Duration::from_millis(100));
            n as u64 * n as u64
        })
        .collect()
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

    let size = numbers.len() / CHILDREN;
    let mut children = Vec::new();
    for c in 0..CHILDREN {
        let from = c * size;
        let to = if c == CHILDREN - 1 { numbers.len() } else { from + size };
        children.push(procspawn::spawn(numbers[from..to].to_vec(), squares));
    }
    let mut all = Vec::new();
    for child in children {
        all.extend(child.join()?);
    }
    println!("{all:?}");
    Ok(())
}
