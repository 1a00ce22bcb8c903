//! Wrong: when the balance is enough for all amounts together the lock is left out, and a withdrawal can be lost between load and store; violates "on every schedule B = BALANCE minus what was withdrawn" (100 10 10: 90 is possible; right where the money runs short).
use std::env;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread;

use anyhow::{Context, Result};

struct Bank {
    balance: AtomicU32,
    gate: Mutex<()>,
    plenty: bool,
}

impl Bank {
    fn withdraw(&self, amount: u32) {
        // nobody can be refused when there is plenty, no need to queue
        let _gate = if self.plenty { None } else { Some(self.gate.lock().unwrap()) };
        let now = self.balance.load(SeqCst);
        if now >= amount {
            self.balance.store(now - amount, SeqCst);
            println!("withdrew {amount}");
        } else {
            println!("refused {amount}");
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

    let wanted: u64 = amounts.iter().map(|&a| u64::from(a)).sum();
    let bank = Arc::new(Bank {
        balance: AtomicU32::new(balance),
        gate: Mutex::new(()),
        plenty: wanted <= u64::from(balance),
    });
    let handles: Vec<_> = amounts
        .into_iter()
        .map(|a| {
            let bank = bank.clone();
            thread::spawn(move || bank.withdraw(a))
        })
        .collect();
    for h in handles {
        h.join().unwrap();
    }
    println!("balance: {}", bank.balance.load(SeqCst));
    Ok(())
}
