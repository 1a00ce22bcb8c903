//! wrong: BALANCE alone means no amounts at all instead of the default ones.

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
    if std::env::args().len() < 2 {
        amounts = vec![30, 30, 30, 30, 30];
    }
    let balance = Mutex::new(start);
    thread::scope(|s| {
        for &amount in &amounts {
            let balance = &balance;
            s.spawn(move || {
                let mut balance = balance.lock().unwrap();
                if *balance >= amount {
                    *balance -= amount;
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
