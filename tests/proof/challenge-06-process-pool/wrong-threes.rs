//! wrong: three children at a time, but new ones for every three numbers: more than three over the whole run.

use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn square(n: u32) -> u64 {
    eprintln!("square {n}");
    thread::sleep(Duration::from_millis(100));
    u64::from(n).pow(2)
}

fn main() -> Result<()> {
    procspawn::init();
    let mut numbers = std::env::args()
        .skip(1)
        .map(|text| text.parse::<u32>().with_context(|| format!("NUMBERS: bad number {text:?}")))
        .collect::<Result<Vec<_>>>()?;
    if numbers.is_empty() {
        numbers = vec![2, 3, 4];
    }
    let mut squares = Vec::new();
    for three in numbers.chunks(3) {
        let children: Vec<_> = three.iter().map(|&n| procspawn::spawn(n, square)).collect();
        for child in children {
            squares.push(child.join()?);
        }
    }
    println!("{squares:?}");
    Ok(())
}
