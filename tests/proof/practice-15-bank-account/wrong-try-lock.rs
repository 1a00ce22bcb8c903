//! wrong: try_lock: whoever finds the lock taken is refused though there is money.

use std::sync::Mutex;
use std::thread;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let start: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("BALANCE must be a whole number")?,
        None => 100,
    };
    let mut amounts = std::env::args()
        .skip(2)
        .map(|text| text.parse::<u32>().with_context(|| format!("AMOUNTS: bad number {text:?}")))
        .collect::<Result<Vec<_>>>()?;
    if amounts.is_empty() {
        amounts = vec![30, 30, 30, 30, 30];
    }
    let balance = Mutex::new(start);
    let withdraw = |amount| match balance.try_lock() {
        Ok(mut balance) if *balance >= amount => {
            *balance -= amount;
            true
        }
        _ => false,
    };
    thread::scope(|s| {
        for &amount in &amounts {
            let withdraw = &withdraw;
            s.spawn(move || println!("{} {amount}", if withdraw(amount) { "withdrew" } else { "refused" }));
        }
    });
    println!("balance: {}", balance.into_inner()?);
    Ok(())
}
