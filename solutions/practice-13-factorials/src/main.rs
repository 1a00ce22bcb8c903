//! Every number has a child of its own, and all are started before the first is joined. Joining them in
//! the order of the input prints them in that order. The digits travel as text.

use std::time::Duration;
use std::{env, thread};

use anyhow::{Context, Result};
use num_bigint::BigUint;

fn main() -> Result<()> {
    procspawn::init(); // a child starts here, runs its function, and goes no further

    let mut numbers = env::args()
        .skip(1)
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("NUMBERS must be whole numbers")?;
    if numbers.is_empty() {
        numbers = vec![100, 200, 300];
    }

    let children: Vec<_> = numbers.iter().map(|&n| procspawn::spawn(n, factorial)).collect();
    for (n, child) in numbers.iter().zip(children) {
        println!("{n}! = {}", child.join()?);
    }
    Ok(())
}

fn factorial(n: u32) -> String {
    eprintln!("factorial {n}");
    thread::sleep(Duration::from_millis(100));
    (1..=n).product::<BigUint>().to_string()
}
