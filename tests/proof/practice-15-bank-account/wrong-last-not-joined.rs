//! wrong: the last thread is not joined: its line and its money can be missing.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn main() -> Result<(), String> {
    let start = std::env::args()
        .nth(1)
        .map_or(Ok(100), |text| text.parse::<u32>())
        .map_err(|err| format!("BALANCE: {err}"))?;
    let given: Result<Vec<u32>, _> = std::env::args().skip(2).map(|text| text.parse()).collect();
    let mut amounts = given.map_err(|err| format!("AMOUNTS: {err}"))?;
    if amounts.is_empty() {
        amounts.extend([30, 30, 30, 30, 30]);
    }
    let balance = Arc::new(AtomicU32::new(start));
    let mut threads = Vec::new();
    for amount in amounts {
        let balance = Arc::clone(&balance);
        threads.push(thread::spawn(move || {
            let done = balance.fetch_update(SeqCst, SeqCst, |b| b.checked_sub(amount)).is_ok();
            println!("{} {amount}", if done { "withdrew" } else { "refused" });
        }));
    }
    threads.pop();
    for thread in threads {
        thread.join().unwrap();
    }
    println!("balance: {}", balance.load(SeqCst));
    Ok(())
}
