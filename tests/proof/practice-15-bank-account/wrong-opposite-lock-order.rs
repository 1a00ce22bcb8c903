//! wrong: the account and the statement are locked in one order by every other thread, in the other by the rest: two neighbours can deadlock.

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
    let statement = Mutex::new(Vec::new());
    let withdraw = |i: usize, amount: u32| {
        let (mut balance, mut statement) = if i % 2 == 0 {
            let balance = balance.lock().unwrap();
            (balance, statement.lock().unwrap())
        } else {
            let statement = statement.lock().unwrap();
            (balance.lock().unwrap(), statement)
        };
        if *balance >= amount {
            *balance -= amount;
            statement.push(format!("withdrew {amount}"));
        } else {
            statement.push(format!("refused {amount}"));
        }
    };
    thread::scope(|s| {
        for (i, &amount) in amounts.iter().enumerate() {
            let withdraw = &withdraw;
            s.spawn(move || withdraw(i, amount));
        }
    });
    for line in statement.into_inner()? {
        println!("{line}");
    }
    println!("balance: {}", balance.into_inner()?);
    Ok(())
}
