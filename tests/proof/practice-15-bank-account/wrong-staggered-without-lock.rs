//! wrong: no lock, each thread sleeps a little longer instead: any delay loses a withdrawal.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

fn main() {
    let start: u32 = match std::env::args().nth(1) {
        None => 100,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad BALANCE {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let mut amounts: Vec<u32> = Vec::new();
    for s in std::env::args().skip(2) {
        match s.parse() {
            Ok(n) => amounts.push(n),
            Err(e) => {
                eprintln!("AMOUNTS: {s:?}: {e}");
                std::process::exit(1);
            }
        }
    }
    if amounts.is_empty() {
        amounts = vec![30, 30, 30, 30, 30];
    }
    let balance = AtomicU32::new(start);
    thread::scope(|s| {
        for (i, &amount) in amounts.iter().enumerate() {
            let balance = &balance;
            s.spawn(move || {
                thread::sleep(Duration::from_millis(20 * i as u64));
                let now = balance.load(SeqCst);
                if now < amount {
                    println!("refused {amount}");
                } else {
                    balance.store(now - amount, SeqCst);
                    println!("withdrew {amount}");
                }
            });
        }
    });
    println!("balance: {}", balance.into_inner());
}
