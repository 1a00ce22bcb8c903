//! Two threads print a half each, the second after the first: not one thread (COUNT of 2 or more).
use std::{env, thread};

fn print(from: u32, to: u32) {
    for i in from..to {
        println!("{i}");
    }
}

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(a) => a.parse().map_err(|e| anyhow::anyhow!("COUNT: {e}"))?,
        None => 5,
    };
    let half = count / 2;
    thread::spawn(move || print(0, half)).join().unwrap();
    thread::spawn(move || print(half, count)).join().unwrap();
    Ok(())
}
