//! Main keeps the balance; the threads ask over a channel and get their answer over another.

use std::sync::mpsc;
use std::thread;

fn main() {
    let balance: u32 = match std::env::args().nth(1) {
        None => 100,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad BALANCE {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let mut balance = balance;
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
    let (counter, requests) = mpsc::channel();
    let customers: Vec<_> = amounts
        .into_iter()
        .map(|amount| {
            let counter = counter.clone();
            thread::spawn(move || {
                let (answer, wait) = mpsc::sync_channel(1);
                counter.send((amount, answer)).unwrap();
                drop(counter);
                match wait.recv().unwrap() {
                    true => println!("withdrew {amount}"),
                    false => println!("refused {amount}"),
                }
            })
        })
        .collect();
    drop(counter);
    for (amount, answer) in requests {
        let enough = amount <= balance;
        if enough {
            balance -= amount;
        }
        answer.send(enough).unwrap();
    }
    for customer in customers {
        customer.join().unwrap();
    }
    println!("balance: {balance}");
}
