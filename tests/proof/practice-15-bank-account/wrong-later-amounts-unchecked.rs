//! wrong: a bad amount that is not the first is left out: `100 30 x` does not fail.

use std::sync::Mutex;
use std::thread;

fn main() {
    let start: u32 = match std::env::args().nth(1) {
        None => 100,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad BALANCE {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let mut amounts = Vec::new();
    for (i, s) in std::env::args().skip(2).enumerate() {
        match s.parse::<u32>() {
            Ok(n) => amounts.push(n),
            Err(e) if i == 0 => {
                eprintln!("AMOUNTS: {s:?}: {e}");
                std::process::exit(1);
            }
            Err(_) => break,
        }
    }
    if amounts.is_empty() {
        amounts = vec![30; 5];
    }
    let balance = Mutex::new(start);
    thread::scope(|s| {
        for amount in amounts {
            let balance = &balance;
            s.spawn(move || {
                let mut balance = balance.lock().unwrap();
                let done = *balance >= amount;
                if done {
                    *balance -= amount;
                }
                println!("{} {amount}", if done { "withdrew" } else { "refused" });
            });
        }
    });
    println!("balance: {}", balance.into_inner().unwrap());
}
