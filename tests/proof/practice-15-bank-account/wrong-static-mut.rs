//! wrong: a `static mut` balance with no lock, a data race: two threads can take the same money.

use std::thread;

static mut BALANCE: u32 = 0;

fn withdraw(amount: u32) {
    unsafe {
        if BALANCE >= amount {
            BALANCE -= amount;
            println!("withdrew {amount}");
        } else {
            println!("refused {amount}");
        }
    }
}

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
    unsafe { BALANCE = start };
    let threads: Vec<_> = amounts.into_iter().map(|amount| thread::spawn(move || withdraw(amount))).collect();
    for thread in threads {
        thread.join().unwrap();
    }
    println!("balance: {}", unsafe { BALANCE });
}
