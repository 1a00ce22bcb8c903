//! Looking whether there is enough and taking it happen under one lock, so no other withdrawal comes
//! between. The account owns that lock: there is no other way to its balance.

use std::sync::Mutex;
use std::{env, thread};

use anyhow::{Context, Result};

struct BankAccount {
    balance: Mutex<u32>,
}

impl BankAccount {
    /// Takes `amount` and says `true`, or takes nothing where the balance is too small.
    fn withdraw(&self, amount: u32) -> bool {
        let mut balance = self.balance.lock().unwrap();
        let enough = *balance >= amount;
        if enough {
            *balance -= amount;
        }
        enough
    }
}

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let balance: u32 = match args.next() {
        Some(arg) => arg.parse().context("BALANCE must be a whole number")?,
        None => 100,
    };
    let mut amounts = args
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("AMOUNTS must be whole numbers")?;
    if amounts.is_empty() {
        amounts = vec![30; 5];
    }

    let account = BankAccount { balance: Mutex::new(balance) };
    thread::scope(|s| {
        for amount in amounts {
            let account = &account;
            s.spawn(move || {
                let outcome = if account.withdraw(amount) { "withdrew" } else { "refused" };
                println!("{outcome} {amount}");
            });
        }
    });
    println!("balance: {}", account.balance.into_inner()?);
    Ok(())
}
