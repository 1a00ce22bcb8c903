//! Wrong: from the fourth number on a child is started only when an earlier one has been waited for.
use std::collections::VecDeque;
use std::env;
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
    let mut numbers = env::args()
        .skip(1)
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("NUMBERS must be whole numbers")?;
    if numbers.is_empty() {
        numbers = vec![100, 200, 300];
    }
    let mut window = VecDeque::new();
    for n in numbers {
        if window.len() == 3
            && let Some((n, handle)) = window.pop_front()
        {
            finish(n, handle)?;
        }
        window.push_back((n, procspawn::spawn(n, factorial)));
    }
    for (n, handle) in window {
        finish(n, handle)?;
    }
    Ok(())
}

fn finish(n: u32, handle: procspawn::JoinHandle<String>) -> Result<()> {
    println!("{n}! = {}", handle.join()?);
    Ok(())
}
