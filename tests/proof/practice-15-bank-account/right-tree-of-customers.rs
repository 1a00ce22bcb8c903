//! Right: the customers are a tree of threads that halve the list of amounts between them, and the account is a chain of OnceLock entries, each with the balance after it.

use std::env;
use std::sync::OnceLock;
use std::thread;

use anyhow::{Context, Result};

/// Entry k is written once, by whoever comes first: the balance after k withdrawals.
struct Ledger {
    opening: u32,
    entries: Vec<OnceLock<u32>>,
}

impl Ledger {
    fn new(opening: u32, most: usize) -> Self {
        Ledger { opening, entries: (0..most).map(|_| OnceLock::new()).collect() }
    }

    fn withdraw(&self, amount: u32) -> bool {
        let mut balance = self.opening;
        for entry in &self.entries {
            let Some(rest) = balance.checked_sub(amount) else {
                return false; // later balances are no higher
            };
            if entry.get().is_none() && entry.set(rest).is_ok() {
                return true;
            }
            balance = entry.get().copied().unwrap_or(balance);
        }
        false // not reached: there are as many entries as customers
    }

    fn balance(&self) -> u32 {
        self.entries.iter().map_while(|entry| entry.get()).last().copied().unwrap_or(self.opening)
    }
}

/// This thread serves the first amount, threads of their own take the two halves of the others.
fn customer(ledger: &Ledger, amounts: &[u32]) {
    let Some((&mine, others)) = amounts.split_first() else { return };
    let (left, right) = others.split_at(others.len() / 2);
    thread::scope(|s| {
        for part in [left, right] {
            if !part.is_empty() {
                s.spawn(|| customer(ledger, part));
            }
        }
        if ledger.withdraw(mine) {
            println!("withdrew {mine}");
        } else {
            println!("refused {mine}");
        }
    });
}

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let balance: u32 = match args.next() {
        Some(arg) => arg.parse().context("BALANCE must be a whole number")?,
        None => 100,
    };
    let mut amounts =
        args.map(|arg| arg.parse()).collect::<Result<Vec<u32>, _>>().context("AMOUNTS must be whole numbers")?;
    if amounts.is_empty() {
        amounts = vec![30; 5];
    }
    let ledger = Ledger::new(balance, amounts.len());
    thread::scope(|s| {
        s.spawn(|| customer(&ledger, &amounts));
    });
    println!("balance: {}", ledger.balance());
    Ok(())
}
