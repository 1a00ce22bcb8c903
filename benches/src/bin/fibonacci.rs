//! Four big Fibonacci numbers, each by adding up: in a row, and on a pool of four processes.

use std::mem;

use num_bigint::BigUint;
use procspawn::Pool;
use threadlings_benches::timed;

const NUMBERS: [u32; 4] = [100_000, 200_000, 300_000, 400_000];

fn main() {
    procspawn::init();
    timed("in a row", in_a_row);
    timed("pool of processes", on_a_pool);
}

/// The number's bytes: the form in which it travels between processes.
fn fibonacci(n: u32) -> Vec<u8> {
    let (mut a, mut b) = (BigUint::from(0u32), BigUint::from(1u32));
    for _ in 0..n {
        a += &b;
        mem::swap(&mut a, &mut b);
    }
    a.to_bytes_le()
}

fn last_digits(results: impl Iterator<Item = Vec<u8>>) -> String {
    let digits = |bytes: Vec<u8>| format!("{:010}", BigUint::from_bytes_le(&bytes) % 10_000_000_000u64);
    results.map(digits).collect::<Vec<_>>().join(" ")
}

fn in_a_row() -> String {
    last_digits(NUMBERS.into_iter().map(fibonacci))
}

fn on_a_pool() -> String {
    let pool = Pool::new(4).unwrap();
    let tasks = NUMBERS.map(|n| pool.spawn(n, fibonacci));
    last_digits(tasks.into_iter().map(|task| task.join().unwrap()))
}
