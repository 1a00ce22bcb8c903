//! wrong: a single child computes all the factorials.

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
    let child = procspawn::spawn(numbers.clone(), |numbers: Vec<u32>| {
        numbers.into_iter().map(factorial).collect::<Vec<_>>()
    });
    for (n, digits) in numbers.iter().zip(child.join()?) {
        println!("{n}! = {digits}");
    }
    Ok(())
}
