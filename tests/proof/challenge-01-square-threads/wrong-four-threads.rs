//! wrong: four threads share the numbers: from COUNT=5 on one of them prints two lines.

use std::sync::Mutex;
use std::thread;

fn main() {
    let count: u32 = match std::env::args().nth(1) {
        None => 5,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad COUNT {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let numbers = Mutex::new(1..=u64::from(count));
    thread::scope(|s| {
        for _ in 0..count.min(4) {
            s.spawn(|| {
                loop {
                    let Some(i) = numbers.lock().unwrap().next() else { break };
                    println!("{}", i * i);
                }
            });
        }
    });
}
