//! A bank account holds BALANCE. A thread for each amount tries to withdraw it and prints `withdrew A` or
//! `refused A`; when all are done, main prints `balance: B`.

use std::env;

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

    todo!("threads withdraw {amounts:?} from {balance} at once; print the rest and end with Ok(())")
}
