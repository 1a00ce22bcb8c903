//! Look at what comes back from the processes: all the digits, 83,595 of them for the largest number.
//!
//! Python: an `int` grows as needed, and `ProcessPoolExecutor` pickles it on its way back. Rust's integers
//! have a fixed width; `BigUint` from num-bigint grows, and its digits travel as a `String`.

use std::time::Instant;

use num_bigint::BigUint;
use procspawn::{Pool, SpawnError};

fn main() -> Result<(), SpawnError> {
    procspawn::init();

    let start = Instant::now();
    let pool = Pool::new(4)?;
    let tasks = [100_000, 200_000, 300_000, 400_000].map(|n| pool.spawn(n, fibonacci));
    let results = tasks.into_iter().map(|task| task.join()).collect::<Result<Vec<_>, _>>()?;
    let elapsed = start.elapsed().as_secs_f64();

    let last_digits: Vec<_> = results.iter().map(|digits| &digits[digits.len() - 10..]).collect();
    println!("Computed {} Fibonacci numbers in {elapsed:.2}s", results.len());
    println!("Last 10 digits: ['{}']", last_digits.join("', '"));
    Ok(())
}

fn fibonacci(n: u32) -> String {
    fibonacci_pair(n).0.to_string()
}

/// F(n) and F(n+1), from F(n/2) and F(n/2+1): twenty steps where adding up would take 400,000.
fn fibonacci_pair(n: u32) -> (BigUint, BigUint) {
    if n == 0 {
        return (BigUint::ZERO, BigUint::from(1u32));
    }
    let (a, b) = fibonacci_pair(n / 2);
    let even = &a * (&b * 2u32 - &a);
    let odd = &a * &a + &b * &b;
    if n.is_multiple_of(2) {
        (even, odd)
    } else {
        let next = even + &odd;
        (odd, next)
    }
}
