//! Wrong: the balance is an f32, which cannot hold every whole number above 16,777,216, so large balances come out wrong.

use std::env;
use std::sync::{Arc, Mutex};
use std::thread;

use anyhow::{Context, Result};

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

    let account = Arc::new(Mutex::new(balance as f32));
    let mut threads = Vec::new();
    for amount in amounts {
        let account = account.clone();
        threads.push(thread::spawn(move || {
            let mut money = account.lock().unwrap();
            if *money >= amount as f32 {
                *money -= amount as f32;
                println!("withdrew {}", amount);
            } else {
                println!("refused {}", amount);
            }
        }));
    }
    for t in threads {
        t.join().unwrap();
    }
    println!("balance: {}", account.lock().unwrap());
    Ok(())
}
