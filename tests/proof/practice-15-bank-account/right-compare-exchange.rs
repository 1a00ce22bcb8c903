//! A compare_exchange loop on a static; the threads hand back what happened and main prints it.

use std::process::ExitCode;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static BALANCE: AtomicU32 = AtomicU32::new(0);

fn withdraw(amount: u32) -> bool {
    let mut balance = BALANCE.load(Ordering::SeqCst);
    loop {
        if balance < amount {
            return false;
        }
        match BALANCE.compare_exchange(balance, balance - amount, Ordering::SeqCst, Ordering::SeqCst) {
            Ok(_) => return true,
            Err(now) => balance = now,
        }
    }
}

fn main() -> ExitCode {
    let Ok(start) = std::env::args().nth(1).unwrap_or("100".into()).parse::<u32>() else {
        eprintln!("BALANCE is not a number");
        return ExitCode::FAILURE;
    };
    let Ok(mut amounts) = std::env::args().skip(2).map(|s| s.parse()).collect::<Result<Vec<u32>, _>>() else {
        eprintln!("AMOUNTS must be whole numbers");
        return ExitCode::from(2);
    };
    if amounts.is_empty() {
        amounts = vec![30, 30, 30, 30, 30];
    }
    BALANCE.store(start, Ordering::SeqCst);
    let threads: Vec<_> =
        amounts.into_iter().map(|amount| (amount, thread::spawn(move || withdraw(amount)))).collect();
    for (amount, thread) in threads {
        if thread.join().unwrap() {
            println!("withdrew {amount}");
        } else {
            println!("refused {amount}");
        }
    }
    println!("balance: {}", BALANCE.load(Ordering::SeqCst));
    ExitCode::SUCCESS
}
