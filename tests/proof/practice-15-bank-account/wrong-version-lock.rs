//! Wrong: the version is first read Relaxed (it must be Acquire), so the balance read next may be older than the version that is then locked, and a withdrawal gets lost.

use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::thread;

use anyhow::{Context, Result};

/// An account changed by optimistic transactions: read, and commit only if nobody was faster.
struct Account {
    version: AtomicU64,
    balance: AtomicU32,
}

impl Account {
    fn new(balance: u32) -> Self {
        Account {
            version: AtomicU64::new(0),
            balance: AtomicU32::new(balance),
        }
    }

    /// Locks the account if its version is still the given one.
    fn begin_commit(&self, version: u64) -> bool {
        version % 2 == 0
            && self
                .version
                .compare_exchange(version, version + 1, Ordering::Acquire, Ordering::Relaxed)
                .is_ok()
    }

    fn withdraw(&self, amount: u32) -> bool {
        loop {
            let version = self.version.load(Ordering::Relaxed);
            let balance = self.balance.load(Ordering::Relaxed);
            if balance < amount {
                return false;
            }
            if self.begin_commit(version) {
                self.balance.store(balance - amount, Ordering::Relaxed);
                self.version.store(version + 2, Ordering::Release);
                return true;
            }
            thread::yield_now();
        }
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

    let account = Arc::new(Account::new(balance));
    let handles: Vec<_> = amounts
        .into_iter()
        .map(|amount| {
            let account = Arc::clone(&account);
            thread::spawn(move || {
                if account.withdraw(amount) {
                    println!("withdrew {amount}");
                } else {
                    println!("refused {amount}");
                }
            })
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
    println!("balance: {}", account.balance.load(Ordering::Relaxed));
    Ok(())
}
