//! parking_lot; the last one to finish wakes main, nobody is joined; the log is one String under the lock.

use std::fmt::Write;
use std::thread;

use anyhow::{Context, Result};
use parking_lot::{Condvar, Mutex};

struct Account {
    balance: u32,
    busy: usize,
    log: String,
}

static ACCOUNT: Mutex<Account> = Mutex::new(Account { balance: 0, busy: 0, log: String::new() });
static DONE: Condvar = Condvar::new();

fn withdraw(amount: u32) {
    let mut account = ACCOUNT.lock();
    if amount <= account.balance {
        account.balance -= amount;
        writeln!(account.log, "withdrew {amount}").unwrap();
    } else {
        writeln!(account.log, "refused {amount}").unwrap();
    }
    account.busy -= 1;
    if account.busy == 0 {
        DONE.notify_one();
    }
}

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
    *ACCOUNT.lock() = Account { balance: start, busy: amounts.len(), log: String::new() };
    for amount in amounts {
        thread::spawn(move || withdraw(amount));
    }
    let mut account = ACCOUNT.lock();
    while account.busy > 0 {
        DONE.wait(&mut account);
    }
    println!("{}balance: {}", account.log, account.balance);
    Ok(())
}
