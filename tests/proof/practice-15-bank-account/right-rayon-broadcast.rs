//! A rayon pool with a thread for each amount, by broadcast; RwLock as the lock.

use std::sync::RwLock;

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
    let balance = RwLock::new(start);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(amounts.len()).build().unwrap();
    let said = pool.broadcast(|thread| {
        let amount = amounts[thread.index()];
        let mut balance = balance.write().unwrap();
        match balance.checked_sub(amount) {
            Some(rest) => {
                *balance = rest;
                format!("withdrew {amount}")
            }
            None => format!("refused {amount}"),
        }
    });
    println!("{}", said.join("\n"));
    println!("balance: {}", balance.read().unwrap());
}
