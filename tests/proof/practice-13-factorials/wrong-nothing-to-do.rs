//! Wrong: for 0 and 1 the child answers at once, without its line and its sleep, which violates "work line `factorial N` ... for each argument"; it shows on NUMBERS=0 and 1.

use std::env;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use num_bigint::BigUint;

trait Job {
    fn is_trivial(&self) -> bool;
    fn announce(&self);
    fn compute(&self) -> BigUint;

    fn run(&self) -> BigUint {
        if !self.is_trivial() {
            self.announce();
            thread::sleep(Duration::from_millis(100));
        }
        self.compute()
    }
}

struct Factorial(u32);

impl Job for Factorial {
    fn is_trivial(&self) -> bool {
        self.0 < 2
    }
    fn announce(&self) {
        eprintln!("factorial {}", self.0);
    }
    fn compute(&self) -> BigUint {
        (2..=self.0).fold(BigUint::from(1u32), |product, factor| product * factor)
    }
}

fn main() -> Result<()> {
    procspawn::init();
    let mut numbers = env::args()
        .skip(1)
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("NUMBERS must be whole numbers")?;
    if numbers.is_empty() {
        numbers = vec![100, 200, 300];
    }

    let handles: Vec<_> =
        numbers.iter().map(|&n| procspawn::spawn(n, |n| Factorial(n).run().to_string())).collect();
    for (n, handle) in numbers.iter().zip(handles) {
        println!("{n}! = {}", handle.join()?);
    }
    Ok(())
}
