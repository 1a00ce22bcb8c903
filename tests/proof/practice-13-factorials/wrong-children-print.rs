//! wrong: the children print the lines, in whatever order they finish; the parent is to print them.

use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use num_bigint::BigUint;

fn factorial(n: u32) {
    eprintln!("factorial {n}");
    thread::sleep(Duration::from_millis(100));
    println!("{n}! = {}", (1..=n).map(BigUint::from).product::<BigUint>());
}

fn main() -> Result<()> {
    procspawn::init();
    let mut numbers = std::env::args()
        .skip(1)
        .map(|text| text.parse::<u32>().with_context(|| format!("NUMBERS: bad number {text:?}")))
        .collect::<Result<Vec<_>>>()?;
    if numbers.is_empty() {
        numbers = vec![100, 200, 300];
    }
    let children: Vec<_> = numbers.iter().map(|&n| procspawn::spawn(n, factorial)).collect();
    for child in children {
        child.join()?;
    }
    Ok(())
}
