//! The balance lies in a crossbeam channel of capacity 1: who has taken it out has the lock.

use std::error::Error;
use std::thread;

use crossbeam_channel::bounded;

fn main() -> Result<(), Box<dyn Error>> {
    let start = std::env::args()
        .nth(1)
        .map_or(Ok(100), |text| text.parse::<u32>())
        .map_err(|err| format!("BALANCE: {err}"))?;
    let given: Result<Vec<u32>, _> = std::env::args().skip(2).map(|text| text.parse()).collect();
    let mut amounts = given.map_err(|err| format!("AMOUNTS: {err}"))?;
    if amounts.is_empty() {
        amounts.extend([30, 30, 30, 30, 30]);
    }
    let (put, take) = bounded(1);
    put.send(start)?;
    thread::scope(|s| {
        for &amount in &amounts {
            let (put, take) = (put.clone(), take.clone());
            s.spawn(move || {
                let balance: u32 = take.recv().unwrap();
                let (verb, rest) = match balance.checked_sub(amount) {
                    Some(rest) => ("withdrew", rest),
                    None => ("refused", balance),
                };
                put.send(rest).unwrap();
                println!("{verb} {amount}");
            });
        }
    });
    println!("balance: {}", take.recv()?);
    Ok(())
}
