//! wrong: look and take are two locks: two threads look, both take, and the balance falls below 0.

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
    let balance = Mutex::new(i64::from(start));
    thread::scope(|s| {
        for &amount in &amounts {
            let balance = &balance;
            s.spawn(move || {
                let enough = *balance.lock().unwrap() >= i64::from(amount);
                if enough {
                    *balance.lock().unwrap() -= i64::from(amount);
                    println!("withdrew {amount}");
                } else {
                    println!("refused {amount}");
                }
            });
        }
    });
    println!("balance: {}", balance.into_inner()?);
    Ok(())
}
