//! wrong: looks whether the queue is empty and pops under another lock: two threads see the last number, one of them panics.

use std::sync::Mutex;
use std::thread;
use std::time::Duration;

fn main() {
    let mut numbers: Vec<u32> = Vec::new();
    for s in std::env::args().skip(1) {
        match s.parse() {
            Ok(n) => numbers.push(n),
            Err(e) => {
                eprintln!("NUMBERS: {s:?}: {e}");
                std::process::exit(1);
            }
        }
    }
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4];
    }
    let queue: Mutex<Vec<(usize, u32)>> = Mutex::new(numbers.iter().copied().enumerate().collect());
    let doubles = Mutex::new(vec![0; numbers.len()]);
    thread::scope(|s| {
        for _ in 0..4 {
            s.spawn(|| {
                while !queue.lock().unwrap().is_empty() {
                    let (i, n) = queue.lock().unwrap().pop().unwrap();
                    eprintln!("double {n}");
                    thread::sleep(Duration::from_millis(100));
                    doubles.lock().unwrap()[i] = u64::from(n) * 2;
                }
            });
        }
    });
    println!("{:?}", doubles.into_inner().unwrap());
}
