//! Each of four threads takes every fourth number; main puts the answers of join together again.

use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn double(n: u32) -> u64 {
    eprintln!("double {n}");
    thread::sleep(Duration::from_millis(100));
    2 * n as u64
}

fn main() -> Result<()> {
    let mut numbers = std::env::args()
        .skip(1)
        .map(|text| text.parse::<u32>().with_context(|| format!("NUMBERS: bad number {text:?}")))
        .collect::<Result<Vec<_>>>()?;
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4];
    }
    let mut doubles = vec![0; numbers.len()];
    thread::scope(|s| {
        let stripes: Vec<_> = (0..4)
            .map(|w| {
                let stripe = numbers.iter().skip(w).step_by(4);
                s.spawn(move || stripe.map(|&n| double(n)).collect::<Vec<_>>())
            })
            .collect();
        for (w, stripe) in stripes.into_iter().enumerate() {
            for (i, d) in stripe.join().unwrap().into_iter().enumerate() {
                doubles[4 * i + w] = d;
            }
        }
    });
    println!("{doubles:?}");
    Ok(())
}
