//! wrong: one child for each different number only: `5 5` gives one work line for two.

use std::collections::BTreeMap;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use num_bigint::BigUint;

fn factorial(n: u32) -> String {
    eprintln!("factorial {n}");
    thread::sleep(Duration::from_millis(100));
    (1..=n).map(BigUint::from).product::<BigUint>().to_string()
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
    let mut children = BTreeMap::new();
    for &n in &numbers {
        children.entry(n).or_insert_with(|| procspawn::spawn(n, factorial));
    }
    let mut digits = BTreeMap::new();
    for (n, child) in children {
        digits.insert(n, child.join()?);
    }
    for n in &numbers {
        println!("{n}! = {}", digits[n]);
    }
    Ok(())
}
